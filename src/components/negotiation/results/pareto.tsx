import { useFormatter, useTranslations } from 'next-intl';
import { type AggregationResult, STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { StanceTable } from './stance-table';

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
      <StanceTable
        label={t('title')}
        caption={t('caption')}
        frame={frame}
        profiles={result.profiles}
        columns={columns.map((column) => ({ head: t(column), of: (profile) => profile[column] }))}
      />
    </>
  );
}
