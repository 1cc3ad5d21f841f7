'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HistoryEntry, HistoryPage } from '@/negotiation/history';
import { useTRPC } from '../ballot/trpc';
import {
  chainedBefore,
  chainedPages,
  countBefore,
  countOf,
  type EventPages,
  firstPage,
  PAGE,
  placedPages,
  placeOf,
} from './event-pages';
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

/**
 * Stretch of the list in view, counted from the first event that came with the page, so that it stays the same when
 * others come in before that; and whether they may now.
 */
interface Wanted {
  readonly range: readonly [first: number, last: number];
  readonly back: boolean;
}

/** What of a list came with the page: its first events, where they begin, and whether some come before them. */
export interface FirstEvents {
  readonly from: number;
  readonly page: HistoryPage;
  readonly begun: boolean;
}

/** The pages of a list around the stretch in view; the others are not kept. */
export function useEventPages(query: EventQuery, first: FirstEvents, filtered: boolean) {
  const trpc = useTRPC();
  const { order } = query;
  const [known, setKnown] = useState<EventPages>(() =>
    filtered ? firstPage(first.from, order, first.page, first.begun) : placedPages(first.page.total, order),
  );
  const [wanted, setWanted] = useState<Wanted>({ range: [0, 0], back: false });
  const { pages, begun, ended } = known;
  const count = countOf(pages);
  const before = filtered ? countBefore(known, order) : 0;
  const [start, end] = [wanted.range[0] + before, wanted.range[1] + before];

  const inView = [...new Set([start, end].map((index) => placeOf(known, index)?.page ?? pages.length - 1))];
  const last = Math.max(...inView);
  // The one that is still to be looked for is wanted as soon as the end of the known ones comes near.
  const ahead = !ended && end >= count - PAGE ? pages.length - 1 : last;
  const back = !begun && wanted.back && start < PAGE;
  const asked = [...new Set([...(back ? [0] : []), ...between(Math.min(...inView), last), ahead])];
  const results = useQueries({
    queries: asked.map((page) => {
      const { from, order: way } = pages[page] ?? { from: 0, order };
      const input = { ...query, order: way, from, limit: PAGE };
      return trpc.history.list.queryOptions(input, { gcTime: KEPT_MS, enabled: from !== first.from });
    }),
  });
  const contentOf = (page: number): HistoryPage | undefined =>
    pages[page]?.from === first.from ? first.page : results[asked.indexOf(page)]?.data;
  const found = ended ? undefined : contentOf(pages.length - 1);
  const foundBefore = back ? contentOf(0) : undefined;
  useEffect(() => {
    const learn = (more: (now: EventPages) => EventPages) =>
      setKnown((now) => (now === known ? more(now) : now));
    if (foundBefore !== undefined) learn((now) => chainedBefore(now, foundBefore));
    else if (found !== undefined) learn((now) => chainedPages(now, found));
  }, [found, foundBefore, known]);

  const entryAt = (index: number): HistoryEntry | null => {
    const at = placeOf(known, index);
    if (at === null) return null;
    const entries = contentOf(at.page)?.entries;
    const place = pages[at.page]?.order === order ? at.place : (entries?.length ?? 0) - 1 - at.place;
    return entries?.[place] ?? null;
  };
  return {
    /** Events that are known to be in the list. */
    count,
    /** Events before the first that came with the page. */
    before,
    begun,
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
