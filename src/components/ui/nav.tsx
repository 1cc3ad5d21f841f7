'use client';

import {
  BarChart3,
  BookOpenText,
  CircleUser,
  Columns3,
  Gavel,
  Handshake,
  History,
  Home,
  Inbox,
  List,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  Send,
  Settings2,
  ShieldAlert,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import { usePathname } from 'next/navigation';
import { NavLink } from './nav-link';
import { NavMore } from './nav-more';

const ICON = {
  overview: Home,
  profiles: Columns3,
  ballot: SlidersHorizontal,
  results: BarChart3,
  briefings: BookOpenText,
  threats: ShieldAlert,
  pledges: Handshake,
  discussion: MessagesSquare,
  commitments: ListChecks,
  session: Gavel,
  people: Users,
  'set-up': Settings2,
  history: History,
  negotiations: List,
  inbox: Inbox,
  outbox: Send,
  account: CircleUser,
} as const satisfies Record<string, LucideIcon>;

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: keyof typeof ICON;
  /** How many wait there; none is not said. */
  readonly count?: number;
}

/** As many as fit side by side into 360 pixels, beside the button for the others. */
const IN_THE_BAR = 4;

/**
 * The pages one can go to: all of them in the rail; in a narrow window a bar at the bottom with the first, and the
 * others behind `more`.
 */
export function Nav({
  label,
  more,
  items,
}: {
  readonly label: string;
  readonly more: string;
  readonly items: readonly NavItem[];
}) {
  const here = usePathname();
  const entry = ({ href, label: text, icon, count = 0 }: NavItem) => (
    <NavLink key={href} href={href} icon={ICON[icon]} count={count} current={isAt(here, href, items)}>
      {text}
    </NavLink>
  );
  const bar = items.length > IN_THE_BAR + 1 ? items.slice(0, IN_THE_BAR) : items;
  const rest = items.slice(bar.length);
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:static lg:border-0 lg:bg-transparent lg:px-3 lg:py-2"
    >
      <ul className="hidden lg:block">{items.map(entry)}</ul>
      <ul className="flex lg:hidden">
        {bar.map(entry)}
        {rest.length === 0 ? null : (
          <NavMore key={here} label={more} current={rest.some(({ href }) => isAt(here, href, items))}>
            {rest.map(entry)}
          </NavMore>
        )}
      </ul>
    </nav>
  );
}

/** At the page itself, or at one below it; the address above all others is that of its own page alone. */
function isAt(here: string, href: string, items: readonly NavItem[]): boolean {
  const isAboveOthers = items.some((item) => item.href.startsWith(`${href}/`));
  return here === href || (!isAboveOthers && here.startsWith(`${href}/`));
}
