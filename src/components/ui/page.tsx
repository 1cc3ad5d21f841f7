import type { ReactNode } from 'react';

/** The main column of a page: one h1, what it says first, then its parts. */
export function Page({
  title,
  lead,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <main id="main" tabIndex={-1} className="min-w-0 px-4 pt-8 pb-28 outline-none sm:px-8 lg:pb-16 print:p-0">
      <div className="max-w-[62rem] print:max-w-none">
        <header className="mb-8">
          <h1 className="prose-column text-title lg:text-display">{title}</h1>
          {lead === undefined ? null : <div className="mt-4">{lead}</div>}
        </header>
        <div className="space-y-10">{children}</div>
      </div>
    </main>
  );
}
