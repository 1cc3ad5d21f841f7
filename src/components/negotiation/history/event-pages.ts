import type { HistoryPage } from '@/negotiation/history';
import type { HistoryFilters } from './filters';

/** Events in a page, as the server is asked for them. */
export const PAGE = 50;

type Order = HistoryFilters['order'];

/** Where a page of the list is looked for from, which way, and how many events are in it. */
export interface PageStart {
  readonly from: number;
  /** Other than the list's where it was found on the way back: its events are then in the order of the list turned round. */
  readonly order: Order;
  readonly length: number;
}

/** What is known of a list: its events are kept a page at a time, and forgotten far from where one reads. */
export interface EventPages {
  readonly pages: readonly PageStart[];
  /** Whether the list begins with the first of them; otherwise that one is still to be looked for. */
  readonly begun: boolean;
  /** Whether the list ends with the last of them; otherwise that one is still to be looked for. */
  readonly ended: boolean;
}

/** Without filters each position has its place, and any page can be asked for by itself. */
export function placedPages(total: number, order: Order): EventPages {
  const pages = Array.from({ length: Math.ceil(total / PAGE) }, (_, page) => {
    const first = page * PAGE;
    const from = order === 'newest' ? total - 1 - first : first;
    return { from, order, length: Math.min(PAGE, total - first) };
  });
  return { pages, begun: true, ended: true };
}

/**
 * With filters each page tells where the next begins: they become known one after the other, either way.
 *
 * @param begun whether the list begins with this page, of which events are looked for from `from` on.
 */
export function firstPage(from: number, order: Order, page: HistoryPage, begun: boolean): EventPages {
  const known = chainedPages({ pages: [{ from, order, length: 0 }], begun, ended: false }, page);
  if (begun) return known;
  const back = order === 'newest' ? from + 1 : from - 1;
  return { ...known, pages: [{ from: back, order: turned(order), length: 0 }, ...known.pages] };
}

/** With the page that was still to be looked for at the end. */
export function chainedPages({ pages, begun, ended }: EventPages, found: HistoryPage): EventPages {
  const last = pages.at(-1);
  if (last === undefined || ended) return { pages, begun, ended };
  const { page, next } = chained(last, found);
  return { pages: [...pages.slice(0, -1), page, ...next], begun, ended: next.length === 0 };
}

/** With the page that was still to be looked for at the beginning. */
export function chainedBefore({ pages, begun, ended }: EventPages, found: HistoryPage): EventPages {
  const first = pages[0];
  if (first === undefined || begun) return { pages, begun, ended };
  const { page, next } = chained(first, found);
  return { pages: [...next, page, ...pages.slice(1)], begun: next.length === 0, ended };
}

function chained(start: PageStart, { entries, next }: HistoryPage) {
  return {
    page: { ...start, length: entries.length },
    next: next === null ? [] : [{ ...start, from: next, length: 0 }],
  };
}

function turned(order: Order): Order {
  return order === 'newest' ? 'oldest' : 'newest';
}

/** Events on the pages that were found on the way back from the first. */
export function countBefore({ pages }: EventPages, order: Order): number {
  return countOf(pages.filter((page) => page.order !== order));
}

export function countOf(pages: readonly PageStart[]): number {
  return pages.reduce((sum, { length }) => sum + length, 0);
}

/** The page and the place in it of the list's n-th event; `null` where it is not known yet. Cost: pages known. */
export function placeOf(
  { pages }: EventPages,
  index: number,
): { readonly page: number; readonly place: number } | null {
  let before = 0;
  for (const [page, { length }] of pages.entries()) {
    if (index < before + length) return { page, place: index - before };
    before += length;
  }
  return null;
}

/** Where the page that a position is on begins, without filters. */
export function pageAround(at: number, total: number, order: Order): number {
  const index = order === 'newest' ? total - 1 - at : at;
  const first = index - (index % PAGE);
  return order === 'newest' ? total - 1 - first : first;
}
