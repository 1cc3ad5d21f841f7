import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../../labels';

/** Who dominates whom under each stance: every arrow, shortcuts too. */
export function DominanceTable({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('pictures.pareto');
  const c = useTranslations('common');
  const format = useFormatter();
  return (
    <ScrollRegion label={t('table')}>
      <Table caption={t('table')}>
        <thead>
          <tr>
            <Head>{c('profile')}</Head>
            {STANCES.map((stance) => (
              <Head key={stance} className="min-w-40">
                {t('dominatedBy', { stance: c(`stance.${stance}`) })}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.profiles.map(({ id, dominatedBy }) => (
            <tr key={id}>
              <Head row>{profileTitle(id, frame)}</Head>
              {STANCES.map((stance) => (
                <Cell key={stance}>
                  {dominatedBy[stance].length === 0
                    ? c('notApplicable')
                    : format.list(dominatedBy[stance].map((each) => profileTitle(each, frame)))}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
