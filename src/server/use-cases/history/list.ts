/** A page of the history: every event's hash, and the contents that the reader may see. */
import { toHex, utf8 } from '@/ledger/hash';
import { leafHash } from '@/ledger/tree';
import { concernsOf } from '@/negotiation/concerns';
import type { EventType } from '@/negotiation/events/catalogue';
import type { Event } from '@/negotiation/events/event';
import type { HistoryEntry, HistoryPage } from '@/negotiation/history';
import { seenTypes, visibleEvent } from '@/negotiation/visible-event';
import type { NegotiationScope } from '../../auth/scope';
import { storedEvent } from '../../db/events';
import { type HistoryFilter, positionAt, readStretch } from '../../db/history';

export interface HistoryQuery {
  /** Where the page begins; default at the end that the order begins with. */
  readonly from?: number | undefined;
  readonly order?: 'oldest' | 'newest' | undefined;
  readonly limit?: number | undefined;
  readonly types?: readonly EventType[] | undefined;
  readonly stakeholder?: string | undefined;
  readonly profile?: string | undefined;
  readonly actor?: string | undefined;
  /** RFC 3339, both inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

const LIMIT = 50;
/** Positions that a call with filters covers: a bound to what it costs. */
const SPAN = 100_000;
/** Events read at a time, of those that pass the sieve. */
const BATCH = 200;

/**
 * Keyset paging by position. A filter finds only what the reader may see, so that it tells nothing of the rest: not
 * by what it lists, and not by where the next page begins, which hangs on positions and on shown events alone.
 */
export async function listHistory(
  scope: NegotiationScope<'history.list'>,
  query: HistoryQuery,
): Promise<HistoryPage> {
  const { log, store, known, viewer } = scope;
  const newest = known.position;
  const { order = 'oldest', limit = LIMIT } = query;
  const newestFirst = order === 'newest';
  const step = newestFirst ? -1 : 1;
  const isFiltered = filters(query);
  const start = Math.min(query.from ?? (newestFirst ? newest : 0), newestFirst ? newest : newest + 1);
  const end = Math.max(0, Math.min(newest, start + step * ((isFiltered ? SPAN : limit) - 1)));
  const wanted = await sieveOf(scope, query);
  const entries: HistoryEntry[] = [];
  let from = Math.max(Math.min(start, end), wanted.from);
  let to = Math.min(Math.max(start, end), wanted.to);
  const batch = isFiltered ? BATCH : limit;
  for (let more = isIn(start, newest); more && from <= to; ) {
    const stretch = { from, to, newestFirst, limit: batch };
    const found = await readStretch(store.pool, log, stretch, wanted.filter);
    for (const { position, bytes } of found) {
      const event = storedEvent(bytes);
      const shown = visibleEvent(event, known.state, viewer);
      if (isFiltered && !(shown && isAbout(event, query))) continue;
      entries.push({ position, hash: toHex(leafHash(utf8(bytes))), event: shown ? event : null });
      if (entries.length === limit) return page(entries, position + step, newest);
    }
    const last = found.at(-1)?.position;
    more = found.length === batch && last !== undefined;
    if (last !== undefined && newestFirst) to = last - 1;
    if (last !== undefined && !newestFirst) from = last + 1;
  }
  return page(entries, end + step, newest);
}

function isIn(position: number, newest: number): boolean {
  return position >= 0 && position <= newest;
}

function page(entries: readonly HistoryEntry[], next: number, newest: number): HistoryPage {
  return { entries, next: isIn(next, newest) ? next : null, newest, total: newest + 1 };
}

function filters({ types, actor, since, until, stakeholder, profile }: HistoryQuery): boolean {
  return [types, actor, since, until, stakeholder, profile].some((part) => part !== undefined);
}

/** Where to look, and for what: of the types asked for those that the reader sees any of. */
async function sieveOf(
  { log, store, known, viewer }: NegotiationScope<'history.list'>,
  query: HistoryQuery,
): Promise<{ readonly from: number; readonly to: number; readonly filter: HistoryFilter }> {
  const size = known.position + 1;
  const { types, actor, since, until, stakeholder, profile } = query;
  const [from, after] = await Promise.all([
    since === undefined ? 0 : positionAt(store.pool, log, size, since, { after: false }),
    until === undefined ? size : positionAt(store.pool, log, size, until, { after: true }),
  ]);
  if (!filters(query)) return { from, to: after - 1, filter: {} };
  const seen = seenTypes(known.state, viewer);
  const names = [stakeholder, profile].filter((name) => name !== undefined);
  const isOfTime = types === undefined && actor === undefined && names.length === 0;
  const filter = isOfTime
    ? {}
    : { types: types?.filter((type) => seen.includes(type)) ?? seen, actor, names };
  return { from, to: after - 1, filter };
}

function isAbout(event: Event, { stakeholder, profile }: HistoryQuery): boolean {
  if (stakeholder === undefined && profile === undefined) return true;
  const concerns = concernsOf(event);
  return (
    (stakeholder === undefined || concerns.stakeholders.includes(stakeholder)) &&
    (profile === undefined || concerns.profiles.includes(profile))
  );
}
