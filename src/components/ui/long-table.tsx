'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Cell, Head } from './table';

/** In pixels: a row until it is measured, and what is seen of the table before it has a height. */
const ROW = 36;
const SEEN = 600;

/**
 * A table of very many rows in a frame of its own that scrolls: those in view are in the document, and a screen reader
 * is told which of all they are. Without script it ends with the first ones.
 */
export function LongTable({
  label,
  heads,
  rows,
}: {
  readonly label: string;
  /** The first column heads the rows; the others are numbers. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const t = useTranslations('common');
  const frame = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
    initialRect: { width: 0, height: SEEN },
  });
  const shown = virtualizer.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <section
      ref={frame}
      aria-label={t('scrolls', { label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="relative max-h-[80vh] max-w-full overflow-auto"
    >
      {/* The room of the rows that are not in the document. */}
      <div style={{ paddingTop: above, paddingBottom: below }}>
        <table className="min-w-full text-note" aria-rowcount={rows.length + 1}>
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {heads.map((head, k) => (
                <Head
                  key={head}
                  numeric={k > 0}
                  className={clsx('sticky top-0 bg-paper', k === 0 ? 'left-0 z-20' : 'z-10')}
                >
                  {head}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ index, key }) => (
              <tr key={key} ref={virtualizer.measureElement} data-index={index} aria-rowindex={index + 2}>
                {rows[index]?.map((cell, k) =>
                  k === 0 ? (
                    <Head key={heads[k]} row className="sticky left-0 z-10 max-w-44 min-w-28 bg-paper">
                      {cell}
                    </Head>
                  ) : (
                    <Cell key={heads[k]} numeric>
                      {cell}
                    </Cell>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
