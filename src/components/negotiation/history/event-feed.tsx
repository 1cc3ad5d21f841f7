'use client';

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
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
  /** Address of the page before, from which a list with filters, opened in its middle, goes on; else `null`. */
  readonly before: string | null;
}

/** Height of an event in pixels, until it is measured. */
const ESTIMATE = 105;

/**
 * The events as an endless feed (WAI-ARIA: a `feed` is the list whose articles come and go as one reads): those in
 * view are in the document, their pages in memory. Without script it is the server's page, with links to the others;
 * what of it is in view stays, and where it is, when script arrives, so that nothing is lost that one does in that
 * moment.
 */
export function EventFeed({ context, query, filtered, first, links, before }: Props) {
  const t = useTranslations('history.events');
  const list = useRef<HTMLDivElement>(null);
  const [scripted, setScripted] = useState(false);
  const [margin, setMargin] = useState(0);
  const [total] = useState(first.page.total);
  const [focused, setFocused] = useState(-1);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const { count, ended, entryAt, want, busy, failed, retry } = useEventPages(query, first, filtered);
  const { at, order } = context.filters;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      // What has the focus stays in the document, wherever one scrolls.
      return focused < 0 || focused >= range.count || shown.includes(focused)
        ? shown
        : [...shown, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => ESTIMATE,
    overscan: 8,
    scrollMargin: margin,
    rangeExtractor,
  });
  const { range } = virtualizer;
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? 0;
  useEffect(() => want([start, end]), [want, start, end]);
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
  useEffect(() => {
    if (focused < 0) return;
    virtualizer.scrollToIndex(focused, { align: 'auto' });
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-index="${focused}"]`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [focused, virtualizer]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    const own = event.target instanceof HTMLElement ? event.target.closest('[data-index]') : null;
    if (step === undefined || own === null || event.ctrlKey || event.altKey || event.metaKey) return;
    // Within an event the arrows belong to what has the focus there.
    if (event.key.startsWith('Arrow') && event.target !== own) return;
    event.preventDefault();
    const index = Number(own.getAttribute('data-index'));
    setFocused(Math.min(count - 1, Math.max(0, index + step)));
  };
  const toggle = (position: number, isOpen: boolean) =>
    setOpen((before) => {
      if (before.has(position) === isOpen) return before;
      return new Set(isOpen ? [...before, position] : [...before].filter((each) => each !== position));
    });

  const beginning = filtered ? 0 : indexOf(first.page.entries[0]?.position ?? 0, order, total);
  const shown = scripted
    ? virtualizer.getVirtualItems().map(({ index, start: top }) => ({ index, top, entry: entryAt(index) }))
    : first.page.entries.map((entry, place) => ({ index: beginning + place, top: null, entry }));

  return (
    <>
      <p className="mt-4 mb-2 text-note text-muted" role="status">
        {t(filtered ? 'fitting' : 'all', { count, order, more: ended ? 'no' : 'yes' })}
        {first.page.total > total ? (
          <>
            {' '}
            <Link href={addressOf(context.path, { order: 'newest' })}>
              {t('arrived', { count: first.page.total - total })}
            </Link>
          </>
        ) : null}
      </p>
      {filtered && before !== null ? (
        <p className="mb-2">
          <Link href={before}>{t(order === 'newest' ? 'newer' : 'older')}</Link>
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
            key={index}
            ref={virtualizer.measureElement}
            data-index={index}
            tabIndex={
              !scripted
                ? undefined
                : index === Math.max(focused, 0) || (focused < 0 && index === start)
                  ? 0
                  : -1
            }
            aria-posinset={index + 1}
            aria-setsize={scripted && ended ? count : -1}
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
