import clsx from 'clsx';
import type { ReactNode } from 'react';

/**
 * One part of a page: its text in the main column and its notes in the margin, as in a book; under it where the
 * window is narrow.
 */
export function Section({
  id,
  title,
  note,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      id={id}
      className={clsx(
        'border-t border-line pt-6',
        note !== undefined && 'xl:grid xl:grid-cols-[minmax(0,1fr)_14rem] xl:gap-x-10',
      )}
    >
      <div className="min-w-0">
        <h2 id={`${id}-title`} className="text-lead mb-4">
          {title}
        </h2>
        {children}
      </div>
      {note === undefined ? null : (
        <aside
          aria-label={typeof title === 'string' ? title : id}
          className="mt-4 space-y-3 border-l-2 border-line pl-3 text-note text-muted xl:mt-12 xl:self-start"
        >
          {note}
        </aside>
      )}
    </section>
  );
}
