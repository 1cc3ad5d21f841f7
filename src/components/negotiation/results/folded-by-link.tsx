import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { Link } from '@/components/ui/link';
import { type Asked, addressOf } from './asked';

/** With more profiles than these, what stands behind sums and sentences is not in the page until somebody asks. */
export const AT_ONCE = 16;
/** The same of stakeholders, of whom a row is a line. */
export const PEOPLE_AT_ONCE = 100;

/** What a link on a page that folds is made of. */
export interface Folds {
  readonly asked: Asked;
  /** Of the page. */
  readonly path: string;
}

interface WaitingProps extends Folds {
  /** Its name in the address, one of its kind on the page; also its anchor. */
  readonly name: string;
  readonly summary: string;
  /** Called only where it is shown. */
  readonly children: () => ReactNode;
}

interface FoldedProps extends WaitingProps {
  /** Whether it waits for the link: it, or all that are like it, would be a large part of the page. */
  readonly large: boolean;
}

/**
 * Something one click away. A little of it is in the page, folded; of much, the page has a link to itself with it, so that
 * it can be read without script, and nobody waits for what they do not read. One at a time is open.
 */
export function FoldedByLink({ large, ...waiting }: FoldedProps) {
  if (large) return <WaitsForLink {...waiting} />;
  return <Disclosure summary={waiting.summary}>{waiting.children()}</Disclosure>;
}

export function WaitsForLink({ name, summary, asked, path, children }: WaitingProps) {
  const isOpen = asked.open === name;
  return (
    <div id={name} className="mt-2 scroll-mt-4">
      <Link
        href={addressOf(path, asked, { open: isOpen ? null : name }, name)}
        scroll={false}
        aria-expanded={isOpen}
        className="inline-flex min-h-6 items-center gap-1 text-note text-muted"
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        {summary}
      </Link>
      {isOpen ? <div className="mt-3">{children()}</div> : null}
    </div>
  );
}
