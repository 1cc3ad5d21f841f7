import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { ByStanceMarks, StanceInitials } from './by-stance';

/** Efficiency, core and unanimity by profile and stance, and who dominates whom in sentences. */
export function Pareto({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.pareto');
  const c = useTranslations('common');
  const format = useFormatter();
  const columns = ['efficient', 'weaklyEfficient', 'core', 'unanimous'] as const;
  const dominated = result.profiles.flatMap((profile) =>
    STANCES.filter((stance) => profile.dominatedBy[stance].length > 0)
      .slice(0, 1)
      .map((stance) => ({
        id: profile.id,
        sentence: t('dominated', {
          profile: profileTitle(profile.id, frame),
          stance: c(`stanceTurns.${stance}`),
          names: format.list(profile.dominatedBy[stance].map((id) => profileTitle(id, frame))),
        }),
      })),
  );
  return (
    <>
      <ul className="prose-column mb-4 font-serif">
        {dominated.length === 0 ? <li>{t('undominated')}</li> : null}
        {dominated.map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
      <ScrollRegion label={t('title')}>
        <Table caption={t('caption')} shown>
          <thead>
            <tr>
              <Head>{c('profile')}</Head>
              {columns.map((column) => (
                <Head key={column}>
                  {t(column)}
                  <StanceInitials />
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.profiles.map((profile) => (
              <tr key={profile.id}>
                <Head row className="min-w-36">
                  {profileTitle(profile.id, frame)}
                </Head>
                {columns.map((column) => (
                  <Cell key={column}>
                    <ByStanceMarks value={profile[column]} />
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}
