'use client';

import clsx from 'clsx';
import { BarChart3, CircleUser, Columns3, History, Home, List, SlidersHorizontal } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Link } from '@/components/ui/link';

const ICON = {
  overview: Home,
  profiles: Columns3,
  ballot: SlidersHorizontal,
  results: BarChart3,
  history: History,
  negotiations: List,
  account: CircleUser,
} as const;

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: keyof typeof ICON;
}

/** The pages one can go to: a list in the rail, a bar at the bottom of a narrow window. */
export function Nav({ label, items }: { readonly label: string; readonly items: readonly NavItem[] }) {
  const here = usePathname();
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:static lg:border-0 lg:bg-transparent lg:px-3 lg:py-2"
    >
      <ul className="flex lg:flex-col">
        {items.map(({ href, label: text, icon }) => {
          const Icon = ICON[icon];
          const current = here === href;
          return (
            <li key={href} className="min-w-0 flex-auto">
              <Link
                href={href}
                aria-current={current ? 'page' : undefined}
                className={clsx(
                  'flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-center text-note leading-4 no-underline lg:min-h-10 lg:flex-row lg:justify-start lg:gap-3 lg:border-l-2 lg:px-3 lg:text-base',
                  current
                    ? 'border-accent font-medium text-accent'
                    : 'border-transparent text-muted hover:text-ink',
                )}
              >
                <Icon aria-hidden="true" size={18} strokeWidth={1.75} className="shrink-0" />
                {text}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
