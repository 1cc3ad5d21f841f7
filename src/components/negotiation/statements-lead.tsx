import type { ReactNode } from 'react';

/** What a page of statements begins with: what they are, and when they are made and seen. */
export function StatementsLead({
  remarks,
  children,
}: {
  /** Those that hold now. */
  readonly remarks: readonly (string | null)[];
  readonly children: ReactNode;
}) {
  return (
    <div className="prose-column space-y-3">
      <p className="font-serif text-prose">{children}</p>
      <p className="text-note text-muted">{remarks.filter((remark) => remark !== null).join(' ')}</p>
    </div>
  );
}
