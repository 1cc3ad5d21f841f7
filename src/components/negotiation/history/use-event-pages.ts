'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HistoryEntry, HistoryPage } from '@/negotiation/history';
import { useTRPC } from '../ballot/trpc';
import { chainedPages, type EventPages, PAGE, placedPages, placeOf } from './event-pages';
import type { HistoryFilters } from './filters';

/** What the server is asked for, apart from where a page begins. */
export interface EventQuery {
  readonly negotiation: string;
  readonly order: HistoryFilters['order'];
  readonly type?: string;
  readonly stakeholder?: string;
  readonly profile?: string;
  readonly actor?: string;
  /** RFC 3339, both inclusive. */
  readonly since?: string;
  readonly until?: string;
}

/** A page that was not looked at for so long is forgotten. */
const KEPT_MS = 30_000;

/** The pages of a list around the stretch in view; the others are not kept. `first` is the one that came with the page. */
export function useEventPages(
  query: EventQuery,
  first: { readonly from: number; readonly page: HistoryPage },
  filtered: boolean,
) {
  const trpc = useTRPC();
  const [known, setKnown] = useState<EventPages>(() =>
    filtered
      ? chainedPages({ pages: [{ from: first.from, length: 0 }], ended: false }, first.page)
      : placedPages(first.page.total, query.order),
  );
  const [wanted, setWanted] = useState<readonly [first: number, last: number]>([0, 0]);
  const { pages, ended } = known;
  const count = pages.reduce((sum, { length }) => sum + length, 0);

  const inView = [...new Set(wanted.map((index) => placeOf(known, index)?.page ?? pages.length - 1))];
  const last = Math.max(...inView);
  // The one that is still to be looked for is wanted as soon as the end of the known ones comes near.
  const ahead = !ended && wanted[1] >= count - PAGE ? pages.length - 1 : last;
  const asked = [...new Set([...between(Math.min(...inView), last), ahead])];
  const results = useQueries({
    queries: asked.map((page) => {
      const from = pages[page]?.from ?? 0;
      const input = { ...query, from, limit: PAGE };
      return trpc.history.list.queryOptions(input, { gcTime: KEPT_MS, enabled: from !== first.from });
    }),
  });
  const contentOf = (page: number): HistoryPage | undefined =>
    pages[page]?.from === first.from ? first.page : results[asked.indexOf(page)]?.data;
  const found = ended ? undefined : contentOf(pages.length - 1);
  useEffect(() => {
    if (found !== undefined) setKnown((before) => (before === known ? chainedPages(before, found) : before));
  }, [found, known]);

  const entryAt = (index: number): HistoryEntry | null => {
    const at = placeOf(known, index);
    return (at && contentOf(at.page)?.entries[at.place]) ?? null;
  };
  return {
    /** Events that are known to be in the list. */
    count,
    ended,
    entryAt,
    want: setWanted,
    busy: results.some(({ isFetching }) => isFetching),
    failed: results.some(({ isError }) => isError),
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}

function between(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
