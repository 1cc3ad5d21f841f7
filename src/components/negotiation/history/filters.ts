/** What of the history a page shows, as its address says it. Absent: everything. */
export interface HistoryFilters {
  /** Position at which the page begins. */
  readonly at?: number;
  readonly order: 'newest' | 'oldest';
  /** A type of event or a group of them. */
  readonly type?: string;
  readonly stakeholder?: string;
  readonly profile?: string;
  readonly actor?: string;
  /** Days of the reader's calendar, `2026-01-31`. */
  readonly since?: string;
  readonly until?: string;
}

export type FilterName = 'type' | 'stakeholder' | 'profile' | 'actor' | 'since' | 'until';

/** The address of the same filters with some of them changed; without the question mark where nothing is asked. */
export function addressOf(
  path: string,
  filters: HistoryFilters,
  change: Partial<HistoryFilters> = {},
): string {
  const { order, ...rest } = { ...filters, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) search.set(name, String(value));
  if (order === 'oldest') search.set('order', order);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Whether anything is left out. */
export function narrows({ at: _, order: __, ...rest }: HistoryFilters): boolean {
  return Object.values(rest).some((value) => value !== undefined);
}
