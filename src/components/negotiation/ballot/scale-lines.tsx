import type { Triple } from './score-text';

export const TICKS = [0, 25, 50, 75, 100] as const;

/**
 * What stands behind every row of the common scale: its ticks, and today, a line at the best guess over a band from
 * low to high. In a row of a list it reaches as far up and down as the row does, so that the lines go through.
 */
export function ScaleLines({ today }: { readonly today: Triple | null }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-x-6 inset-y-1 lg:-inset-y-60">
      {TICKS.map((tick) => (
        <span key={tick} className="absolute inset-y-0 w-px bg-line" style={{ left: `${tick}%` }} />
      ))}
      {today === null ? null : (
        <>
          <span
            className="absolute inset-y-0 bg-line/50"
            style={{ left: `${today[0]}%`, width: `${today[2] - today[0]}%` }}
          />
          <span className="absolute inset-y-0 w-px bg-ink" style={{ left: `${today[1]}%` }} />
        </>
      )}
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
    </div>
  );
}
