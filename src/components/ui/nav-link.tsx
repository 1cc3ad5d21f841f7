import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import { Link } from './link';

/** The look of an entry: above each other in the bar, beside each other in the rail and in the list behind `more`. */
export function entryClass(current: boolean): string {
  return clsx(
    'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-center text-note leading-4 no-underline lg:min-h-10 lg:flex-row lg:justify-start lg:gap-3 lg:border-l-2 lg:px-3 lg:text-base',
    'in-data-more:min-h-11 in-data-more:flex-row in-data-more:justify-start in-data-more:gap-3 in-data-more:px-4 in-data-more:text-base',
    current ? 'border-accent font-medium text-accent' : 'border-transparent text-muted hover:text-ink',
  );
}

interface NavLinkProps {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly count: number;
  readonly current: boolean;
  readonly children: string;
}

/** One entry of the navigation. */
export function NavLink({ href, icon: Icon, count, current, children }: NavLinkProps) {
  return (
    <li className="min-w-0 flex-auto">
      <Link href={href} aria-current={current ? 'page' : undefined} className={entryClass(current)}>
        <Icon aria-hidden="true" size={18} strokeWidth={1.75} className="shrink-0" />
        <span>
          {children}
          {count === 0 ? null : <span className="font-medium text-accent"> ({count})</span>}
        </span>
      </Link>
    </li>
  );
}
