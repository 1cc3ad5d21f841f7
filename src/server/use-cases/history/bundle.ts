/** The audit bundle (ledger.md §4), written as it is read: memory does not grow with the log. */
import { canonicalJson } from '@/ledger/canonical';
import { formatVerifierKey } from '@/ledger/note';
import { isJson } from '@/negotiation/events/event';
import { hasConcluded } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { checkpointAt } from '../../db/checkpoints';
import { withCosignatures } from '../../db/cosignatures';
import { readStretch } from '../../db/history';
import { logHead } from '../../db/log-head';
import { openedForAuditors } from '../../db/sealed-ballots';
import { textsAt } from '../../db/texts';
import { countedSeals } from './counted-seals';
import { shownSize } from './shown-size';

const STRETCH = 500;

export interface Bundle {
  /** Events in it: all, or those before the first that is not revealed yet. */
  readonly size: number;
  /** Lines of NDJSON, some at a time. */
  readonly lines: AsyncGenerator<string>;
}

/** The checkpoint at its end is of the bundle's own size, so that what is held back never stands in the way of the proof. */
export async function bundleOf(scope: NegotiationScope<'history.bundle'>): Promise<Bundle> {
  const size = await shownSize(scope);
  return { size, lines: linesOf(scope, size) };
}

async function* linesOf(scope: NegotiationScope<'history.bundle'>, size: number): AsyncGenerator<string> {
  const { store, log } = scope;
  const { epoch } = await logHead(store.pool, log);
  const key = store.keys.of(log, epoch);
  yield line({ format: 'parley-audit/1', key: formatVerifierKey(key), origin: key.name });
  const seals = opensSeals(scope) ? await countedSeals(scope) : new Set<number>();
  for (let from = 0; from < size; from += STRETCH) {
    yield await stretchOf(scope, from, Math.min(size, from + STRETCH) - 1, seals);
  }
  const note = await checkpointAt(store.pool, store, log, epoch, size);
  yield line(await withCosignatures(store.pool, log, { epoch, size, note }));
}

/** Events, each with what belongs to it on the lines after it. */
async function stretchOf(
  { store: { pool }, log }: NegotiationScope<'history.bundle'>,
  from: number,
  to: number,
  seals: ReadonlySet<number>,
): Promise<string> {
  const opened = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((p) =>
    seals.has(p),
  );
  const [events, texts, openings] = await Promise.all([
    readStretch(pool, log, { from, to, newestFirst: false }, {}),
    textsAt(pool, log, from, to),
    opened.length === 0 ? [] : openedForAuditors(pool, log, opened),
  ]);
  const belonging = new Map<number, string>();
  const add = (position: number, value: unknown) =>
    belonging.set(position, `${belonging.get(position) ?? ''}${line(value)}`);
  for (const { position, salt, text } of texts) add(position, { salt, text });
  for (const { position, ...opening } of openings) add(position, opening);
  return events.map(({ position, bytes }) => `${bytes}\n${belonging.get(position) ?? ''}`).join('');
}

/** In private mode the openings are no events: they come after the conclusion, as lines of their own (ledger.md §3). */
function opensSeals({ known: { state }, viewer }: NegotiationScope<'history.bundle'>): boolean {
  return state.mode === 'private' && hasConcluded(state) && viewer.roles.includes('auditor');
}

function line(value: unknown): string {
  if (!isJson(value)) throw new TypeError('a line of a bundle is JSON');
  return `${canonicalJson(value)}\n`;
}
