import type { ReactNode } from 'react';

/** Saves a short text as a file, without script and without asking the server. */
export function SaveLink({
  name,
  type,
  text,
  children,
}: {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <a
      href={`data:${type};charset=utf-8,${encodeURIComponent(text)}`}
      download={name}
      className="print:hidden"
    >
      {children}
    </a>
  );
}
