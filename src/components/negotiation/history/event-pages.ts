import type { HistoryPage } from '@/negotiation/history';

/** Events in a page, as the server is asked for them. */
export const PAGE = 50;

/** Where a page of the list begins, and how many events are in it. */
export interface PageStart {
  /** Position that it is looked for from, in the order of the list. */
  readonly from: number;
  readonly length: number;
}

/** What is known of a list: its events are kept a page at a time, and forgotten far from where one reads. */
export interface EventPages {
  readonly pages: readonly PageStart[];
  /** Whether the list ends with the last of them; otherwise that one is still to be looked for. */
  readonly ended: boolean;
}

/** Without filters each position has its place, and any page can be asked for by itself. */
export function placedPages(total: number, order: 'newest' | 'oldest'): EventPages {
  const pages = Array.from({ length: Math.ceil(total / PAGE) }, (_, page) => {
    const first = page * PAGE;
    return { from: order === 'newest' ? total - 1 - first : first, length: Math.min(PAGE, total - first) };
  });
  return { pages, ended: true };
}

/** With filters each page tells where the next begins: they become known one after the other. */
export function chainedPages({ pages, ended }: EventPages, { entries, next }: HistoryPage): EventPages {
  const last = pages.at(-1);
  if (last === undefined || ended) return { pages, ended };
  const known = [...pages.slice(0, -1), { ...last, length: entries.length }];
  return next === null
    ? { pages: known, ended: true }
    : { pages: [...known, { from: next, length: 0 }], ended: false };
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
export function pageAround(at: number, total: number, order: 'newest' | 'oldest'): number {
  const index = order === 'newest' ? total - 1 - at : at;
  const first = index - (index % PAGE);
  return order === 'newest' ? total - 1 - first : first;
}
