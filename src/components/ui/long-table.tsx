'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { useRef } from 'react';
import { ScrollRegion } from './scroll-region';
import { Head, NumberedCells } from './table';

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
    <ScrollRegion ref={frame} label={label} tall>
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
                <NumberedCells
                  cells={rows[index] ?? []}
                  heads={heads}
                  className="sticky left-0 z-10 max-w-44 min-w-28 bg-paper"
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ScrollRegion>
  );
}
