import clsx from 'clsx';
import type { End } from './score-text';

/** What is taken hold of, 24 px each way. Low: a flag left of its value. High: right of it. Best: a dot on a stem above. */
export function IntervalHandle({ end }: { readonly end: End }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      className={clsx(
        'pointer-events-auto absolute block max-w-none cursor-grab touch-none active:cursor-grabbing',
        'outline-offset-1 outline-accent group-has-[:focus-visible]/thumb:outline-2',
        end === 'low' && '-top-3 -left-6 noscript:hidden',
        end === 'high' && '-top-3 left-0 noscript:hidden',
        end === 'best' && '-top-7 -left-3',
      )}
    >
      {end === 'low' ? (
        <path d="M24 4 V20 H13 L8 12 L13 4 Z" className="fill-surface stroke-ink" strokeWidth="1.5" />
      ) : null}
      {end === 'high' ? (
        <path d="M0 4 V20 H11 L16 12 L11 4 Z" className="fill-surface stroke-ink" strokeWidth="1.5" />
      ) : null}
      {end === 'best' ? (
        <>
          <line x1="12" y1="12" x2="12" y2="24" className="stroke-necessary" strokeWidth="2" />
          <circle cx="12" cy="10" r="7" className="fill-necessary" />
        </>
      ) : null}
    </svg>
  );
}

/** Where to take hold of a bar that its handles hide. */
export function BarGrip() {
  return (
    <span className="absolute top-6 left-1/2 block h-1 w-4 -translate-x-1/2 border-y border-strong group-hover/bar:border-ink noscript:hidden" />
  );
}
