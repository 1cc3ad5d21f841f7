import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, STANCES } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { ThreatStatusMark } from '../threat-status-mark';
import { Verdict } from '../verdict';

/** All profiles with what decides about them, one row each. */
export function VerdictTable({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.verdicts');
  const c = useTranslations('common');
  return (
    <ScrollRegion label={t('title')}>
      <Table caption={t('caption')} shown>
        <thead>
          <tr>
            <Head rowSpan={2}>{c('profile')}</Head>
            <Head rowSpan={2}>{t('verdict')}</Head>
            <Head colSpan={3} className="border-b-0 pb-0 text-center">
              {t('criticalGain')}
            </Head>
            <Head rowSpan={2} className="pl-4">
              {t('threats')}
            </Head>
            <Head rowSpan={2}>{t('ratified')}</Head>
            <Head rowSpan={2}>{t('recommended')}</Head>
          </tr>
          <tr>
            {STANCES.map((stance) => (
              <Head key={stance} numeric>
                {c(`stance.${stance}`)}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.profiles.map((profile) => (
            <tr key={profile.id} data-verdict={profile.verdict} data-profile={profile.id}>
              <Head row className="min-w-36">
                {profile.verdict === 'default' ? (
                  profileTitle(profile.id, frame)
                ) : (
                  <Link href={`#why-${profile.id}`}>{profileTitle(profile.id, frame)}</Link>
                )}
              </Head>
              <Cell>
                <Verdict verdict={profile.verdict} />
              </Cell>
              {STANCES.map((stance) => {
                const gain = profile.criticalGain?.[stance] ?? null;
                return (
                  <Cell key={stance} numeric>
                    {gain === null ? c('notApplicable') : pointsText(gain)}
                  </Cell>
                );
              })}
              <Cell className="pl-4">
                {profile.threats === null ? (
                  c('notApplicable')
                ) : (
                  <ThreatStatusMark status={profile.threats} />
                )}
              </Cell>
              <Cell>{profile.ratified ? c('yes') : c('no')}</Cell>
              <Cell>{profile.recommended ? c('yes') : c('no')}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
