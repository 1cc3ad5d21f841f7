'use client';

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { HistoryPage } from '@/negotiation/history';
import { type EventContext, EventItem } from './event-item';
import { addressOf } from './filters';
import { type EventQuery, useEventPages } from './use-event-pages';

interface Props {
  readonly context: EventContext;
  readonly query: EventQuery;
  readonly filtered: boolean;
  /** The page that the server rendered, and where it begins. */
  readonly first: { readonly from: number; readonly page: HistoryPage };
  /** Links to the pages beside it, for whoever reads without script. */
  readonly links: ReactNode;
  /** Address of the page before that of a list with filters, opened in its middle; `null` where there is none. */
  readonly earlier: string | null;
}

/** Height of an event in pixels, until it is measured. */
const ESTIMATE = 105;

/**
 * The events as an endless feed (WAI-ARIA: a `feed` is the list whose articles come and go as one reads): those in
 * view are in the document, their pages in memory. Without script it is the server's page, with links to the others;
 * what of it is in view stays, and where it is, when script arrives, so that nothing is lost that one does in that
 * moment.
 */
export function EventFeed({ context, query, filtered, first, links, earlier }: Props) {
  const t = useTranslations('history.events');
  const list = useRef<HTMLDivElement>(null);
  const [scripted, setScripted] = useState(false);
  const [margin, setMargin] = useState(0);
  const [total] = useState(first.page.total);
  /** Counted from the first event that came with the page, as all that lasts is: others come in before it. */
  const [focused, setFocused] = useState<number | null>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const { count, before, begun, ended, entryAt, want, busy, failed, retry } = useEventPages(
    query,
    { ...first, begun: earlier === null },
    filtered,
  );
  const { at, order } = context.filters;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      // What has the focus stays in the document, wherever one scrolls.
      const kept = focused === null ? -1 : before + focused;
      return kept < 0 || kept >= range.count || shown.includes(kept)
        ? shown
        : [...shown, kept].sort((a, b) => a - b);
    },
    [focused, before],
  );
  const getItemKey = useCallback((index: number) => index - before, [before]);
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count,
    estimateSize: () => ESTIMATE,
    overscan: 8,
    scrollMargin: margin,
    rangeExtractor,
    getItemKey,
    // What is in view stays there when events come in before it; the end of the list is not followed.
    anchorTo: earlier === null ? 'start' : 'end',
    scrollEndThreshold: Number.NEGATIVE_INFINITY,
  });
  // The range in view is of these: before, it would be counted from what was the first event.
  const items = scripted ? virtualizer.getVirtualItems() : [];
  const { range } = virtualizer;
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? 0;
  // Whoever reads what stands above the list keeps it: events come in before the first once most of the view is list.
  const back = margin > 0 && (virtualizer.scrollOffset ?? 0) > margin - window.innerHeight / 2;
  useEffect(() => want({ range: [start - before, end - before], back }), [want, start, end, before, back]);
  useEffect(() => {
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top;
      if (top !== undefined) setMargin(Math.round(top + window.scrollY));
    };
    // In one render: a list that did not know where it stands would drop what is in view.
    measure();
    setScripted(true);
    setOpen(openedIn(list.current));
    // What stands above the list opens and closes, and changes its height with the width.
    const watched = new ResizeObserver(measure);
    watched.observe(document.body);
    return () => watched.disconnect();
  }, []);
  const named = at === undefined || filtered ? -1 : indexOf(at, order, total);
  const hasMargin = margin > 0;
  useEffect(() => {
    if (scripted && hasMargin && named >= 0) virtualizer.scrollToIndex(named, { align: 'start' });
  }, [scripted, hasMargin, named, virtualizer]);
  const moveFocus = useEffectEvent((place: number) => {
    virtualizer.scrollToIndex(place + before, { align: 'auto' });
    return requestAnimationFrame(() => virtualizer.elementsCache.get(place)?.focus({ preventScroll: true }));
  });
  useEffect(() => {
    if (focused === null) return;
    const frame = moveFocus(focused);
    return () => cancelAnimationFrame(frame);
  }, [focused]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    const own = event.target instanceof HTMLElement ? event.target.closest('[data-index]') : null;
    if (step === undefined || own === null || event.ctrlKey || event.altKey || event.metaKey) return;
    // Within an event the arrows belong to what has the focus there.
    if (event.key.startsWith('Arrow') && event.target !== own) return;
    event.preventDefault();
    const index = Number(own.getAttribute('data-index'));
    setFocused(Math.min(count - 1, Math.max(0, index + step)) - before);
  };
  const toggle = (position: number, isOpen: boolean) =>
    setOpen((known) => {
      if (known.has(position) === isOpen) return known;
      return new Set(isOpen ? [...known, position] : [...known].filter((each) => each !== position));
    });

  const beginning = filtered ? 0 : indexOf(first.page.entries[0]?.position ?? 0, order, total);
  const shown = scripted
    ? items.map(({ index, start: top }) => ({ index, top, entry: entryAt(index) }))
    : first.page.entries.map((entry, place) => ({ index: beginning + place, top: null, entry }));

  return (
    <>
      <p className="mt-4 mb-2 text-note text-muted" role="status">
        {t(filtered ? 'fitting' : 'all', { count, order, more: begun && ended ? 'no' : 'yes' })}
        {first.page.total > total ? (
          <>
            {' '}
            <Link href={addressOf(context.path, { order: 'newest' })}>
              {t('arrived', { count: first.page.total - total })}
            </Link>
          </>
        ) : null}
      </p>
      {filtered && earlier !== null ? (
        <p className="mb-2 min-h-6 text-note text-muted">
          {begun ? (
            t('beginning')
          ) : before > 0 ? (
            t('fetching')
          ) : (
            <Link href={earlier}>{t(order === 'newest' ? 'newer' : 'older')}</Link>
          )}
        </p>
      ) : null}
      <div
        ref={list}
        role="feed"
        aria-label={t('list')}
        aria-busy={scripted && busy}
        onKeyDown={scripted ? onKeyDown : undefined}
        className="relative border-t border-line"
        style={scripted ? { height: virtualizer.getTotalSize() } : undefined}
      >
        {shown.map(({ index, top, entry }) => (
          <article
            key={index - before}
            ref={virtualizer.measureElement}
            data-index={index}
            tabIndex={
              !scripted ? undefined : index === (focused === null ? start : focused + before) ? 0 : -1
            }
            aria-posinset={index + 1}
            aria-setsize={scripted && begun && ended ? count : -1}
            aria-label={entry === null ? t('fetching') : t('event', { position: entry.position })}
            className={scripted ? 'absolute inset-x-0 top-0' : undefined}
            style={top === null ? undefined : { transform: `translateY(${top - margin}px)` }}
          >
            {entry === null ? (
              <p className="border-b border-line py-3 text-note text-muted" style={{ height: ESTIMATE }}>
                {failed ? t('failed') : t('fetching')}
              </p>
            ) : (
              <EventItem
                entry={entry}
                context={context}
                open={open.has(entry.position)}
                onToggle={(isOpen) => toggle(entry.position, isOpen)}
              />
            )}
          </article>
        ))}
      </div>
      {scripted ? (
        <div className="min-h-12 py-2 text-note text-muted">
          {failed ? <Button onClick={retry}>{t('retry')}</Button> : ended ? t('end') : t('fetching')}
        </div>
      ) : (
        links
      )}
    </>
  );
}

/** Positions of the events whose bytes and proof were opened before any script ran. */
function openedIn(list: HTMLElement | null): ReadonlySet<number> {
  const opened = list?.querySelectorAll('details[open]') ?? [];
  return new Set(
    Array.from(opened, (each) => Number(each.closest('[data-position]')?.getAttribute('data-position'))),
  );
}

/** Where the event at a position stands in the list of all. */
function indexOf(position: number, order: 'newest' | 'oldest', total: number): number {
  return order === 'newest' ? total - 1 - position : position;
}

const STEPS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1, ArrowDown: 1, ArrowUp: -1 };
