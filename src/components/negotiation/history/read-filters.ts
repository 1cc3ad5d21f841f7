import { TZDate } from '@date-fns/tz';
import { actor as actorSchema, id, instant, position } from '@/negotiation/events/scalars';
import { typesNamed } from '@/negotiation/events/types-named';
import type { FilterName, HistoryFilters } from './filters';
import type { EventQuery } from './use-event-pages';

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
