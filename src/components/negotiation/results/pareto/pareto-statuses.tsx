import { useTranslations } from 'next-intl';
import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { StanceTable } from '../stance-table';

/** Efficiency, core and unanimity by profile and stance. */
export function ParetoStatuses({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.pareto');
  const columns = ['efficient', 'weaklyEfficient', 'core', 'unanimous'] as const;
  return (
    <StanceTable
      label={t('title')}
      caption={t('caption')}
      frame={frame}
      profiles={result.profiles}
      columns={columns.map((column) => ({ head: t(column), of: (profile) => profile[column] }))}
    />
  );
}
