import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Head, Table } from '@/components/ui/table';
import type { AggregationResult, Stance } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';

/** How many prefer the row to the column under one stance; framed where they are an adequate coalition. */
export function PairwiseMatrix({
  result,
  frame,
  stance,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly stance: Stance;
}) {
  const t = useTranslations('results.pairs');
  const c = useTranslations('common');
  const rows = new Map(result.pairs[stance].map((pair) => [`${pair.over} ${pair.under}`, pair]));
  const ids = result.profiles.map((profile) => profile.id);
  const n = frame.stakeholders.length;
  const adequate = result.pairs[stance].filter((pair) => pair.adequate).length;
  return (
    <>
      <h3 className="mb-2 font-sans text-base font-semibold">
        {t('finding', { count: adequate, stance: c(`stanceTurns.${stance}`) })}
      </h3>
      <ScrollRegion label={`${t('title')}, ${c(`stance.${stance}`)}`}>
        <Table caption={t('caption')} shown>
          <thead>
            <tr>
              <Head className="sticky left-0 z-10 bg-paper">{t('corner')}</Head>
              {ids.map((id) => (
                <Head key={id} numeric className="min-w-20">
                  {profileTitle(id, frame)}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {ids.map((over) => (
              <tr key={over}>
                <Head row className="sticky left-0 z-10 min-w-32 bg-paper">
                  {profileTitle(over, frame)}
                </Head>
                {ids.map((under) => {
                  const pair = rows.get(`${over} ${under}`);
                  if (pair === undefined) {
                    return (
                      <td key={under} className="border-b border-line p-2 text-right text-muted">
                        {c('notApplicable')}
                      </td>
                    );
                  }
                  return (
                    <td key={under} className="border-b border-line p-1 text-right">
                      <span
                        className={clsx(
                          'relative block border px-1.5 py-1',
                          pair.adequate ? 'border-ink font-semibold' : 'border-transparent',
                        )}
                      >
                        <span
                          aria-hidden="true"
                          className="absolute bottom-0 left-0 h-1 bg-expected"
                          style={{ width: `${(100 * pair.members) / n}%` }}
                        />
                        {pair.members}
                        {pair.adequate ? <span className="sr-only"> {t('adequate')}</span> : null}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}
