import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type Members, type ProfileResult, STANCES } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { Names } from '../names';

/** Who gains, who is critical and who is worse off, by stance, with critical gain and resilience. */
export function MembersTable({
  profile,
  frame,
}: {
  readonly profile: ProfileResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.why');
  const c = useTranslations('common');
  const names = (members: Members | null | undefined, otherwise: string) =>
    members === null || members === undefined ? otherwise : <Names members={members} frame={frame} />;
  const caption = t('caption', { profile: profileTitle(profile.id, frame) });
  return (
    <ScrollRegion label={caption}>
      <Table caption={caption}>
        <thead>
          <tr>
            <Head>{t('stance')}</Head>
            <Head className="min-w-40">{t('coalition')}</Head>
            <Head className="min-w-32">{t('critical')}</Head>
            <Head className="min-w-32">{t('worseOff')}</Head>
            <Head numeric>{t('criticalGain')}</Head>
            <Head numeric>{t('resilience')}</Head>
          </tr>
        </thead>
        <tbody>
          {STANCES.map((stance) => {
            const gain = profile.criticalGain?.[stance] ?? null;
            const resilience = profile.resilience?.[stance] ?? null;
            return (
              <tr key={stance}>
                <Head row>{c(`stance.${stance}`)}</Head>
                <Cell>{names(profile.coalition?.[stance], c('notApplicable'))}</Cell>
                <Cell>{names(profile.criticalMembers?.[stance], t('notAdequate'))}</Cell>
                <Cell>{names(profile.worseOff?.[stance], c('notApplicable'))}</Cell>
                <Cell numeric>{gain === null ? t('noGain') : t('points', { n: pointsText(gain) })}</Cell>
                <Cell numeric>
                  {resilience === null
                    ? c('notApplicable')
                    : typeof resilience === 'number'
                      ? resilience
                      : t('atMost', { n: resilience.atMost })}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
