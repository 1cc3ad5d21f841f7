'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { THREAT_STATUSES } from '@/core/model';
import { ThreatStatusMark } from '../threat-status-mark';
import { LETTER_OF } from './threat-letters';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** More columns than these are narrow, with their heads upright. */
const MOST_WIDE = 8;

/** Stays below the rows that pass under it, with the line above it that a border would leave behind. */
const FOOT = 'sticky bottom-0 bg-paper shadow-[0_-1px_0_var(--line),0_6px_0_var(--paper)]';

/**
 * The grid itself, which the browser draws too: of what the server alone drew, the browser would get each cell twice, as
 * HTML and as elements. So it gets a letter.
 */
export function ThreatsTable({
  threats,
  profiles,
}: {
  readonly threats: readonly Titled[];
  /** `statuses`: a letter for each threat, in their order. */
  readonly profiles: readonly (Titled & { readonly statuses: string })[];
}) {
  const t = useTranslations('results.threats');
  const p = useTranslations('pictures.threats');
  const c = useTranslations('common');
  const dense = profiles.length > MOST_WIDE;
  return (
    <ScrollRegion label={t('title')} tall={dense}>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Head className="sticky top-0 left-0 z-20 bg-paper">{t('form')}</Head>
            {profiles.map(({ id, title }) => (
              <Head key={id} className={clsx('sticky top-0 z-10 bg-paper', !dense && 'min-w-24')}>
                {dense ? (
                  <span
                    title={title}
                    className="block max-h-44 rotate-180 truncate font-normal [writing-mode:vertical-rl]"
                  >
                    {title}
                  </span>
                ) : (
                  title
                )}
              </Head>
            ))}
            <Head numeric className="sticky top-0 z-10 min-w-20 bg-paper">
              {p('total')}
            </Head>
          </tr>
        </thead>
        <tbody>
          {threats.map((threat, k) => (
            <tr key={threat.id}>
              <Head row className="sticky left-0 z-10 max-w-44 min-w-28 bg-paper sm:min-w-40">
                {threat.title}
              </Head>
              {profiles.map(({ id, statuses }) => {
                const status = THREAT_STATUSES.find((each) => LETTER_OF[each] === statuses[k]);
                return (
                  <Cell key={id}>
                    {status === undefined ? c('notApplicable') : <ThreatStatusMark status={status} short />}
                  </Cell>
                );
              })}
              <Cell numeric>{profiles.filter(({ statuses }) => isOpen(statuses[k])).length}</Cell>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Head row className={clsx(FOOT, 'left-0 z-20')}>
              {p('total')}
            </Head>
            {profiles.map(({ id, statuses }) => (
              <Cell key={id} className={clsx(FOOT, 'z-10 tabular-nums')}>
                {[...statuses].filter(isOpen).length}
              </Cell>
            ))}
            <Cell className={clsx(FOOT, 'z-10')}>{null}</Cell>
          </tr>
        </tfoot>
      </Table>
    </ScrollRegion>
  );
}

/** Whether it keeps a profile from being recommended (aggregation.md §5). */
function isOpen(letter: string | undefined): boolean {
  return letter === LETTER_OF.worse || letter === LETTER_OF.unresolved;
}
