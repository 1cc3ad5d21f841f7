/** What the history page reads, through its use cases, in the scope of the reader. */
import { notFound } from 'next/navigation';
import { PAGE, pageAround } from '@/components/negotiation/history/event-pages';
import { addressOf, type HistoryFilters, narrows } from '@/components/negotiation/history/filters';
import { instantsOf } from '@/components/negotiation/history/read-filters';
import { typesNamed } from '@/negotiation/events/types-named';
import type { HistoryCheckpoint, HistoryPage } from '@/negotiation/history';
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { newestCheckpoint } from '@/server/use-cases/history/checkpoint';
import { listHistory } from '@/server/use-cases/history/list';

export async function readCheckpoint(negotiation: string): Promise<HistoryCheckpoint> {
  const scope = await scopeFor(await currentSession(), 'history.checkpoint', negotiation);
  return scope.ok ? newestCheckpoint(scope.value) : notFound();
}

export interface HistoryView {
  readonly page: HistoryPage;
  /** Position that it was looked for from. */
  readonly from: number;
  /** Addresses of the pages beside it, in the order of the list. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A page of events; `null` for who may see the checkpoint alone. @param zone whose days the filters mean. */
export async function readHistory(
  negotiation: string,
  path: string,
  filters: HistoryFilters,
  zone: string,
): Promise<HistoryView | null> {
  const scope = await scopeFor(await currentSession(), 'history.list', negotiation);
  if (!scope.ok) return null;
  const { at, order, type, stakeholder, profile, actor } = filters;
  const types = type === undefined ? undefined : typesNamed(type);
  const query = { types, stakeholder, profile, actor, ...instantsOf(filters, zone), limit: PAGE };
  const total = scope.value.known.position + 1;
  const first = order === 'newest' ? total - 1 : 0;
  // Without filters a page is where the endless list has it, with the event that the address names somewhere on it.
  const from = at === undefined || at >= total ? first : narrows(filters) ? at : pageAround(at, total, order);
  const page = await listHistory(scope.value, { ...query, order, from });
  // The page before is found by looking the other way; it begins where that look ends.
  const start = from === first ? null : order === 'newest' ? from + 1 : from - 1;
  const other = order === 'newest' ? 'oldest' : 'newest';
  const back =
    start === null || start < 0
      ? null
      : await listHistory(scope.value, { ...query, order: other, from: start });
  const before = back?.entries.at(-1)?.position;
  return {
    page,
    from,
    before: before === undefined ? null : addressOf(path, filters, { at: before }),
    after: page.next === null ? null : addressOf(path, filters, { at: page.next }),
  };
}
