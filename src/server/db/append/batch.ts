/**
 * One transaction of a log: lock the head, judge each waiting command against the state so far, write what came of
 * them. A command that is refused, or that fails, takes no other with it.
 */
import type { ReadNode } from '@/ledger/tree';
import { type Answer, answered, KEY_REUSED, NO_SUCH_NEGOTIATION, refused, SIGNED_OUT } from '../../refusal';
import type { LogKeys } from '../../signing/keys';
import type { SignedSizes } from '../../signing/signed-sizes';
import { assertSigner } from '../../signing/signer';
import type { Pool, PoolClient } from '../pool';
import type { StateAt, States } from '../states';
import { nodeReader } from '../tree-nodes';
import { lostCheckpoint } from './epoch';
import { keyOf, type UsedKey, usedKeys } from './idempotency';
import { beginEpochs, judge, openingsFor } from './judge';
import { beginLog, lockHead } from './lock-head';
import { type Head, Page } from './page';
import { peopleThere } from './people-there';
import type { AppendRequest } from './request';
import { inTwoRoundTrips, type Outcome } from './transaction';
import { writing } from './writing';

/** Where a command's first event stands, and which checkpoint answers it. */
export interface Placed {
  readonly position: number;
  readonly size: number;
  readonly epoch: number;
}

export interface Written {
  readonly answers: readonly (Answer<Placed> | { readonly ok: false; readonly thrown: unknown })[];
  /** `null` where nothing was added. */
  readonly added: { readonly size: number; readonly epoch: number; readonly edge: ReadNode } | null;
}

export interface BatchParts {
  readonly pool: Pool;
  readonly states: States;
  readonly signed: SignedSizes;
  readonly keys: LogKeys;
}

export async function writeBatch(
  parts: BatchParts,
  log: string,
  requests: readonly AppendRequest[],
): Promise<Written> {
  const { written, newest } = await inTwoRoundTrips(
    parts.pool,
    (client) => lookUp(client, log, requests),
    (client, known) => judgeAll(parts, client, log, requests, known),
  );
  if (newest !== null) parts.states.put(log, newest);
  return written;
}

interface LookedUp {
  readonly head: Head | null;
  readonly used: Map<string, UsedKey>;
  readonly there: ReadonlySet<string>;
}

/** In this order: what is asked after the head is locked sees what the appends before it wrote. */
async function lookUp(
  client: PoolClient,
  log: string,
  requests: readonly AppendRequest[],
): Promise<LookedUp> {
  const people = requests.flatMap(({ key }) => (key === undefined ? [] : [key.userId]));
  const [, head, used, there] = await Promise.all([
    requests.some((request) => request.begins) ? beginLog(client, log) : undefined,
    lockHead(client, log),
    usedKeys(client, log, requests),
    peopleThere(client, people),
  ]);
  return { head, used, there };
}

interface Judged {
  readonly written: Written;
  /** `null` where nothing was added. */
  readonly newest: StateAt | null;
}

async function judgeAll(
  { states, signed, keys }: BatchParts,
  client: PoolClient,
  log: string,
  requests: readonly AppendRequest[],
  { head, used, there }: LookedUp,
): Promise<Outcome<Judged>> {
  if (head === null) {
    const answers = requests.map(() => refused(NO_SUCH_NEGOTIATION));
    return { value: { written: { answers, added: null }, newest: null }, statements: [] };
  }
  const lost = await lostCheckpoint(client, signed, log, head);
  if (lost !== null) states.forget(log);
  const known = head.size === 0 ? null : await states.at(client, log, head.size - 1);
  const before = known?.state ?? null;
  const page = new Page(log, head, before);
  const placed: (Answer<number> | Placed | { readonly ok: false; readonly thrown: unknown })[] = [];
  for (const request of requests) {
    const earlier = request.key === undefined ? undefined : used.get(keyOf(request.key));
    if (earlier !== undefined) {
      placed.push(earlier.body === request.key?.body ? earlier : refused(KEY_REUSED));
      continue;
    }
    if (request.key !== undefined && !there.has(request.key.userId)) {
      placed.push(refused(SIGNED_OUT));
      continue;
    }
    const size = page.size;
    try {
      if (lost !== null) beginEpochs(page, head.now, lost, request);
      const openings = await openingsFor(client, page, request.command);
      const answer = judge(page, head.now, request, openings);
      placed.push(answer);
      if (answer.ok) settle(page, request, answer.value, used);
    } catch (thrown) {
      // A page that took half a decision is worth nothing to anyone.
      if (page.size !== size) throw new HalfTaken(thrown);
      placed.push({ ok: false, thrown });
    }
  }
  const last = requests.at(-1);
  if (lost !== null && last !== undefined) beginEpochs(page, head.now, lost, last);
  if (page.events.length > 0) assertSigner(keys, log, page.state?.key ?? null);
  const { size, epoch } = page;
  const answers = placed.map((answer) => {
    if (!('ok' in answer)) return answered(answer.size < 0 ? { ...answer, size, epoch } : answer);
    return answer.ok ? answered({ position: answer.value, size, epoch }) : answer;
  });
  if (page.events.length === 0) {
    const statements =
      size === 0 ? [{ text: 'DELETE FROM log WHERE log = $1 AND size = 0', values: [log] }] : [];
    return { value: { written: { answers, added: null }, newest: null }, statements };
  }
  const { state, edge, statements } = await writing(client, page, known);
  const added = { size, epoch, edge: nodeReader(edge) };
  return { value: { written: { answers, added }, newest: { position: size - 1, state, edge } }, statements };
}

/** What was thrown while a command's events were added: the page holds some of them. */
export class HalfTaken extends Error {
  constructor(thrown: unknown) {
    super('a decision was taken by half', { cause: thrown });
  }
}

function settle(
  page: Page,
  { key, draft }: AppendRequest,
  position: number,
  used: Map<string, UsedKey>,
): void {
  if (draft !== undefined) page.drafts.push(draft);
  if (key === undefined) return;
  page.keys.push({ ...key, position });
  used.set(keyOf(key), { body: key.body, position, size: -1, epoch: -1 });
}
