/** Judging the commands of one transaction, one after the other, against the state so far. */
import type { Edge } from '@/ledger/tree';
import { type Answer, answered, KEY_REUSED, NO_SUCH_NEGOTIATION, refused, SIGNED_OUT } from '../../refusal';
import type { LogKeys } from '../../signing/keys';
import type { SignedSizes } from '../../signing/signed-sizes';
import { assertSigner } from '../../signing/signer';
import type { Pool, PoolClient } from '../pool';
import type { StateAt, States } from '../states';
import { lostCheckpoint } from './epoch';
import { keyOf, type UsedKey } from './idempotency';
import { beginEpochs, judge, openingsFor } from './judge';
import { type Head, Page } from './page';
import type { AppendRequest } from './request';
import type { Outcome } from './transaction';
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
  readonly added: Added | null;
}

/** What a log has become. */
export interface Added {
  readonly size: number;
  readonly epoch: number;
  readonly edge: Edge;
  /** Where it was signed while the commit was under way; it is to be kept before anybody is given it. */
  readonly note?: string;
}

export interface JudgeParts {
  readonly states: States;
  readonly signed: SignedSizes;
  readonly keys: LogKeys;
}

/** What the database says of a batch, under the lock of the head. */
export interface LookedUp {
  readonly head: Head | null;
  readonly used: Map<string, UsedKey>;
  /** Who has an account. */
  readonly there: ReadonlySet<string>;
  /** Sessions of those who were remembered, and are still who they were. */
  readonly recognised: ReadonlySet<string>;
}

export interface Judged {
  readonly written: Written;
  /** `null` where nothing was added. */
  readonly newest: StateAt | null;
}

/** @param database asked where memory does not tell: the transaction's own connection, once the head is locked. */
export async function judgeAll(
  { states, signed, keys }: JudgeParts,
  database: Pool | PoolClient,
  log: string,
  requests: readonly AppendRequest[],
  { head, used, there, recognised }: LookedUp,
): Promise<Outcome<Judged>> {
  if (head === null) {
    const answers = requests.map(() => refused(NO_SUCH_NEGOTIATION));
    return { value: { written: { answers, added: null }, newest: null }, statements: [] };
  }
  const lost = await lostCheckpoint(database, signed, log, head);
  if (lost !== null) states.forget(log);
  const known = head.size === 0 ? null : await states.at(database, log, head.size - 1);
  const before = known?.state ?? null;
  const page = new Page(log, head, before);
  const placed: (Answer<number> | Placed | { readonly ok: false; readonly thrown: unknown })[] = [];
  for (const request of requests) {
    if (request.remembered !== undefined && !recognised.has(request.remembered.session)) {
      placed.push(refused(SIGNED_OUT));
      continue;
    }
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
      const openings = await openingsFor(database, page, request.command);
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
  const { state, edge, statements } = await writing(database, page, known);
  const added = { size, epoch, edge };
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
