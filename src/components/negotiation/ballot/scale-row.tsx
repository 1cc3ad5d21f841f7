import clsx from 'clsx';
import type { ReactNode } from 'react';
import { ScaleLines } from './scale-lines';
import type { Triple } from './score-text';

/** The three columns that all rows of the common scale share, from 960 px: what, where on the scale, as numbers. */
export const SCALE_COLUMNS = 'grid gap-x-4 lg:grid-cols-[16rem_minmax(0,1fr)_13rem]';

/** One interval of the common scale: its name, its place on the scale, its numbers. On a phone one above the other. */
export function ScaleRow({
  name,
  today,
  marks,
  numbers,
  flat = false,
}: {
  readonly name: ReactNode;
  readonly today: Triple | null;
  /** Drawn on the scale, 64 px high (40: `flat`); the scale lies between margins of 24 px. */
  readonly marks: ReactNode;
  readonly numbers: ReactNode;
  readonly flat?: boolean;
}) {
  return (
    <div className={clsx(SCALE_COLUMNS, 'lg:items-center lg:overflow-y-clip')}>
      <div className="min-w-0 lg:py-2">{name}</div>
      <div className={clsx('relative', flat ? 'h-10' : 'h-16')}>
        <ScaleLines today={today} />
        {marks}
      </div>
      <div>{numbers}</div>
    </div>
  );
}

/** What counts, where nothing can be taken hold of: an interval with its best guess, or hatched where none is stated. */
export function StillInterval({ ends, stated }: { readonly ends: Triple; readonly stated: boolean }) {
  const [low, best, high] = ends;
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 right-6 left-6 h-full overflow-visible"
      style={{ width: 'calc(100% - 3rem)' }}
    >
      <rect
        x={`${low}%`}
        width={`${high - low}%`}
        y="50%"
        height="10"
        className={clsx('-translate-y-[5px] stroke-strong', stated && 'fill-possible')}
        {...(stated ? {} : { fill: 'url(#hatch)' })}
      />
      {stated ? <circle cx={`${best}%`} cy="50%" r="5" className="fill-necessary" /> : null}
    </svg>
  );
}
