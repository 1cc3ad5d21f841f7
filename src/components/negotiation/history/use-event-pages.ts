'use client';

import { useEffect, useState } from 'react';
import type { HistoryEntry, HistoryPage } from '@/negotiation/history';
import { useClient } from '../use-client';
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
import { useAnswers } from './use-answers';

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

/** The pages of a list around the stretch in view, and the last ones that were. */
export function useEventPages(query: EventQuery, first: FirstEvents, filtered: boolean) {
  const client = useClient();
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
  const fetched = asked.flatMap((page) => pages[page]?.from ?? []).filter((from) => from !== first.from);
  const { answers, retry } = useAnswers(fetched, (from) => {
    const way = pages.find((page) => page.from === from)?.order ?? order;
    return client.history.list.query({ ...query, order: way, from, limit: PAGE });
  });
  const kinds = fetched.map((from) => answers.get(from)?.kind ?? 'pending');
  const contentOf = (page: number): HistoryPage | undefined => {
    const from = pages[page]?.from;
    if (from === first.from) return first.page;
    const answer = from === undefined ? undefined : answers.get(from);
    return answer?.kind === 'known' ? answer.value : undefined;
  };
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
    busy: kinds.includes('pending'),
    failed: kinds.includes('failed'),
    retry,
  };
}

function between(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
