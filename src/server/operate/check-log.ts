/** Checks one log in a transaction of its own, and puts right what follows from its events (issue 4 §4). */
import { parseCheckpoint } from '@/ledger/checkpoint';
import { equalBytes } from '@/ledger/hash';
import { formatVerifierKey, parseNote, parseVerifierKey, type VerifierKey } from '@/ledger/note';
import { parseEvent } from '@/negotiation/events/event';
import type { NegotiationState } from '@/negotiation/state';
import { inTransaction, type PoolClient } from '../db/pool';
import { announceRepair, insertNodes, lockForRepair, moveHead, readHead } from '../db/repair';
import { differingRows, openScratch, type RowDifference, swapIn } from '../db/scratch';
import type { Store } from '../db/store';
import { storedPages, strayRows } from '../db/stored-log';
import type { SignedCheckpoint } from '../signing/signed-sizes';
import { type Difference, MOST_TOLD, quoted } from './difference';
import { HistoryCheck } from './history-check';
import { Rebuild } from './rebuild';

export interface CheckedLog {
  readonly log: string;
  readonly events: number;
  readonly differences: readonly Difference[];
  /** What is no difference and worth knowing. */
  readonly notes: readonly string[];
}

export interface CheckOptions {
  /** First part of the origin of checkpoints. */
  readonly host: string;
  /** Locks the head of the log, so that appends wait, and puts right what can be. */
  readonly repair: boolean;
}

/** Without `repair` nothing is locked: everything is read as of one moment. */
export function checkLog(store: Store, log: string, options: CheckOptions): Promise<CheckedLog> {
  return inTransaction(store.pool, async (client) => {
    if (options.repair) await lockForRepair(client, log);
    else await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await openScratch(client);
    return check(store, client, log, options);
  });
}

async function check(
  store: Store,
  client: PoolClient,
  log: string,
  { host, repair }: CheckOptions,
): Promise<CheckedLog> {
  const differences: Difference[] = [];
  const notes: string[] = [];
  const report = (difference: Difference) => void differences.push(difference);
  const head = await readHead(client, log);
  const signed = await store.signed.largest(log);
  const rebuild = await Rebuild.of(client, log, head.stored);
  const history = new HistoryCheck({
    log,
    host,
    keys: [store.keys.of(log, 1), ...(await toldKeys(client, log))],
    marks: new Set(signed === null ? [] : [signed.size]),
    report,
    reached: (state, event) => rebuild.reached(state, event),
  });
  for await (const page of storedPages(client, log)) await history.page(page);
  for (const { table, key } of await strayRows(client, log, history.size, MOST_TOLD)) {
    const sentence = `the row should not be there: the log has ${history.size} events`;
    report({ log, table, key, sentence, mend: 'never' });
  }
  checkSigned(history, signed, { log, report, notes });
  const { state } = history;
  if (state === null) {
    notes.push('projections were not compared: without sound events there is nothing to rebuild them from');
  } else {
    checkHead(state, head, report);
    checkSigner(store, state, report);
    await rebuild.finish(state);
    for (const row of await differingRows(client, log, MOST_TOLD)) {
      report({ log, table: row.table, key: row.key, sentence: sentenceOf(row), mend: 'projection' });
    }
    if (repair && history.sound) {
      await insertNodes(client, log, history.missing);
      if (differences.some(({ mend }) => mend === 'head')) await moveHead(client, log, state);
      await swapIn(client, log);
      await announceRepair(client, log, state.position);
    }
  }
  if (repair && !history.sound) {
    notes.push('nothing was repaired: rebuilt from a changed history, projections would be wrong as well');
  }
  return { log, events: history.size, differences, notes };
}

function checkHead(
  state: NegotiationState,
  head: { readonly size: number; readonly at: string; readonly epoch: number },
  report: (difference: Difference) => void,
): void {
  const should = { size: state.position + 1, at: state.at, epoch: state.epoch };
  for (const column of ['size', 'at', 'epoch'] as const) {
    if (head[column] === should[column]) continue;
    const sentence = `${column} is ${quoted(head[column])} and should be ${quoted(should[column])}`;
    report({ log: state.log, table: 'log', key: column, sentence, mend: 'head' });
  }
}

/** Less than was signed is what a restore looks like, and the server's own affair (ledger.md §2); another tree is not. */
function checkSigned(
  history: HistoryCheck,
  signed: SignedCheckpoint | null,
  { log, report, notes }: { log: string; report: (difference: Difference) => void; notes: string[] },
): void {
  if (signed === null) return;
  const epoch = history.state?.epoch ?? 1;
  if (signed.epoch > epoch || (signed.epoch === epoch && signed.size > history.size)) {
    notes.push(
      `size ${signed.size} of epoch ${signed.epoch} was signed and the database holds ${history.size}: the next start of the server begins epoch ${signed.epoch + 1}, which quotes the lost checkpoint`,
    );
    return;
  }
  if (signed.epoch < epoch) return;
  const root = parseCheckpoint(parseNote(signed.note)?.text ?? '')?.root;
  const ours = history.roots.get(signed.size);
  if (root !== undefined && ours !== undefined && equalBytes(root, ours)) return;
  history.sound = false;
  const sentence = `size ${signed.size} was signed with another tree hash than the events have: they were changed since`;
  report({ log, table: 'PARLEY_DATA/signed', key: String(signed.size), sentence, mend: 'never' });
}

function sentenceOf({ stored, rebuilt }: RowDifference): string {
  if (stored === null) return `the row is missing; it should be ${quoted(rebuilt)}`;
  if (rebuilt === null) return `the row should not be there: ${quoted(stored)}`;
  return Object.keys(rebuilt)
    .filter((column) => JSON.stringify(stored[column]) !== JSON.stringify(rebuilt[column]))
    .map((column) => `${column} is ${quoted(stored[column])} and should be ${quoted(rebuilt[column])}`)
    .join('; ');
}

/** The keys of the log's rotations. Whether those were permitted is judged with the other events. */
async function toldKeys(client: PoolClient, log: string): Promise<VerifierKey[]> {
  const { rows } = await client.query<{ bytes: string }>(
    `SELECT bytes FROM event WHERE log = $1 AND type = 'key.rotated' ORDER BY position`,
    [log],
  );
  return rows.flatMap(({ bytes }) => {
    const parsed = parseEvent(bytes);
    if (!parsed.ok || parsed.event.type !== 'key.rotated') return [];
    const { previous, key } = parsed.event.data;
    return [previous, key].map(parseVerifierKey).filter((told) => told !== null);
  });
}

function checkSigner(
  { keys }: Store,
  { log, key, epoch }: NegotiationState,
  report: (difference: Difference) => void,
): void {
  const ours = formatVerifierKey(keys.of(log, epoch));
  if (key === null || key === ours) return;
  const sentence = `the log's newest key is ${key}; the one at hand is ${ours}`;
  report({ log, table: 'PARLEY_SIGNING_KEY', key: log, sentence, mend: 'never' });
}
