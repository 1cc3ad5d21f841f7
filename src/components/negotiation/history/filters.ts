import { TZDate } from '@date-fns/tz';
import { actor as actorSchema, id, instant, position } from '@/negotiation/events/scalars';
import { typesNamed } from '@/negotiation/events/type-groups';
import type { EventQuery } from './use-event-pages';

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

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads an address. What is not understood is named, and left out. */
export function readFilters(params: SearchParams): {
  readonly filters: HistoryFilters;
  readonly unread: readonly FilterName[];
} {
  const unread: FilterName[] = [];
  const read = (name: FilterName, fits: (text: string) => boolean): Partial<Record<FilterName, string>> => {
    const text = single(params[name]);
    if (text === undefined) return {};
    if (fits(text)) return { [name]: text };
    unread.push(name);
    return {};
  };
  const at = position.safeParse(Number(single(params['at']) ?? 'none'));
  const filters: HistoryFilters = {
    ...(at.success && { at: at.data }),
    order: params['order'] === 'oldest' ? 'oldest' : 'newest',
    ...read('type', (text) => typesNamed(text).length > 0),
    ...read('stakeholder', (text) => id.safeParse(text).success),
    ...read('profile', (text) => id.safeParse(text).success),
    ...read('actor', (text) => actorSchema.safeParse(text).success),
    ...read('since', isDay),
    ...read('until', isDay),
  };
  return { filters, unread };
}

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

/** The first and the last millisecond of the days, in the reader's zone, as RFC 3339. */
export function instantsOf(
  { since, until }: HistoryFilters,
  zone: string,
): { readonly since?: string; readonly until?: string } {
  return {
    ...(since !== undefined && { since: momentOf(since, 0, zone) }),
    ...(until !== undefined && { until: momentOf(until, 1, zone) }),
  };
}

/** What the server is asked for by a list of these filters. @param zone whose days the filters mean. */
export function queryOf(negotiation: string, filters: HistoryFilters, zone: string): EventQuery {
  const { at: _, since: __, until: ___, ...rest } = filters;
  return { negotiation, ...rest, ...instantsOf(filters, zone) };
}

function momentOf(day: string, daysLater: 0 | 1, zone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = new TZDate(year, month - 1, date + daysLater, 0, 0, 0, 0, zone).getTime();
  return new Date(start - daysLater).toISOString();
}

function isDay(text: string): boolean {
  return instant.safeParse(`${text}T00:00:00.000Z`).success;
}

/** Of a parameter that comes several times, the last; an empty field of a form is absent. */
function single(value: string | readonly string[] | undefined): string | undefined {
  const text = typeof value === 'string' || value === undefined ? value : value.at(-1);
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
