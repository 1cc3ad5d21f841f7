import type { ReactNode } from 'react';

/** What is what, a line each. */
export function Facts({ rows }: { readonly rows: readonly (readonly [term: string, fact: ReactNode])[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
      {rows.map(([term, fact]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="mb-2 [overflow-wrap:anywhere] sm:mb-0">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
