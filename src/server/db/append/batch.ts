/**
 * One transaction of a log: lock the head, judge each waiting command against the state so far, write what came of
 * them. A command that is refused, or that fails, takes no other with it.
 */
import { randomBytes } from 'node:crypto';
import { appendLeaves, edgeAddresses, type ReadNode, type TreeNode } from '@/ledger/tree';
import type { Command } from '@/negotiation/command';
import { decide } from '@/negotiation/decide';
import type { Openings } from '@/negotiation/decide/decision';
import type { NegotiationState } from '@/negotiation/state';
import { type Answer, answered, KEY_REUSED, NO_SUCH_NEGOTIATION, refused, SIGNED_OUT } from '../../refusal';
import type { LogKeys } from '../../signing/keys';
import type { SignedCheckpoint, SignedSizes } from '../../signing/signed-sizes';
import { assertSigner } from '../../signing/signer';
import { inTransaction, type Pool, type PoolClient } from '../pool';
import { openingsOf } from '../sealed-ballots';
import type { States } from '../states';
import { nodeReader, readNodes } from '../tree-nodes';
import { lostCheckpoint } from './epoch';
import { type KeyUse, keyOf, usedKeys } from './idempotency';
import { beginLog, lockHead } from './lock-head';
import { Page } from './page';
import { peopleThere } from './people-there';
import { changedBallots, writeProjections } from './projections';
import { SEATS_CHANGED, seatsDiffer } from './seats';
import { writePage } from './write-page';

/** A command that has to know where its event will stand: what a key's rotation signs names it. */
export type CommandAt = (position: number, epoch: number) => Command;

export interface AppendRequest {
  readonly log: string;
  /** Pseudonym of who asks, or `system`. */
  readonly actor: string;
  /** `null`: nothing but what the log itself is due (a new epoch). */
  readonly command: Command | CommandAt | null;
  /** The command creates the log. */
  readonly begins?: boolean;
  readonly key?: KeyUse | undefined;
  /** Only for history that is played: the instant that the events shall carry in place of now. */
  readonly at?: string;
}

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
  const { written, state } = await inTransaction(parts.pool, (client) =>
    judgeAndWrite(parts, client, log, requests),
  );
  if (written.added !== null && state !== null) {
    parts.states.put(log, { position: written.added.size - 1, state });
  }
  return written;
}

async function judgeAndWrite(
  { states, signed, keys }: BatchParts,
  client: PoolClient,
  log: string,
  requests: readonly AppendRequest[],
): Promise<{ written: Written; state: NegotiationState | null }> {
  if (requests.some((request) => request.begins)) await beginLog(client, log);
  const head = await lockHead(client, log);
  if (head === null) {
    return {
      written: { answers: requests.map(() => refused(NO_SUCH_NEGOTIATION)), added: null },
      state: null,
    };
  }
  const lost = await lostCheckpoint(client, signed, log, head);
  if (lost !== null) states.forget(log);
  const before = head.size === 0 ? null : (await states.at(client, log, head.size - 1)).state;
  const used = await usedKeys(client, log, requests);
  const there = await peopleThere(
    client,
    requests.flatMap(({ key }) => (key === undefined ? [] : [key.userId])),
  );
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
      if (answer.ok && request.key !== undefined) {
        page.keys.push({ ...request.key, position: answer.value });
        used.set(keyOf(request.key), { body: request.key.body, position: answer.value, size: -1, epoch: -1 });
      }
    } catch (thrown) {
      // A page that took half a decision is worth nothing to anyone.
      if (page.size !== size) throw thrown;
      placed.push({ ok: false, thrown });
    }
  }
  const last = requests.at(-1);
  if (lost !== null && last !== undefined) beginEpochs(page, head.now, lost, last);
  if (page.events.length > 0) assertSigner(keys, log, page.state?.key ?? null);
  const nodes = page.events.length === 0 ? null : await write(client, page, before, head.size);
  if (page.size === 0) await client.query('DELETE FROM log WHERE log = $1 AND size = 0', [log]);
  const { size, epoch } = page;
  return {
    written: {
      answers: placed.map((answer) => {
        if (!('ok' in answer)) return answered(answer.size < 0 ? { ...answer, size, epoch } : answer);
        return answer.ok ? answered({ position: answer.value, size, epoch }) : answer;
      }),
      added: nodes === null ? null : { size, epoch, edge: nodes },
    },
    state: page.state,
  };
}

/**
 * Begins the epoch after the lost one (ledger.md §2); several events where the database knew of fewer epochs than
 * were signed. A log that is only now begun again must exist first.
 */
function beginEpochs(page: Page, now: string, lost: SignedCheckpoint, { log, at }: AppendRequest): void {
  while (page.state !== null && page.epoch <= lost.epoch) {
    const epoch = page.epoch + 1;
    const command: Command = { kind: 'beginEpoch', epoch, checkpoint: lost.note };
    const request = { log, actor: 'system', command, ...(at === undefined ? {} : { at }) };
    const begun = judge(page, now, request);
    if (!begun.ok) throw new Error(`epoch ${epoch} was refused: ${begun.error.message.text}`);
    page.epoch = epoch;
  }
}

/** Adds what the command decides to the page, or says why not. */
function judge(page: Page, now: string, request: AppendRequest, openings?: Openings): Answer<number> {
  const at = page.instant(request.at ?? now);
  const { actor, log } = request;
  const command = commandAt(page, request.command);
  if (command === null) return answered(page.size);
  const salt = () => randomBytes(32).toString('hex');
  const context = { log, actor, now: at, salt, ...(openings === undefined ? {} : { openings }) };
  const decided = decide(page.state, command, context);
  return decided.ok ? answered(page.add(actor, at, decided.value)) : decided;
}

function commandAt(page: Page, command: AppendRequest['command']): Command | null {
  return typeof command === 'function' ? command(page.size, page.epoch) : command;
}

/** Sealed ballots are read only for the commands that open or count them; those of this very page included. */
async function openingsFor(
  client: PoolClient,
  page: Page,
  command: AppendRequest['command'],
): Promise<Openings | undefined> {
  const { state, log } = page;
  if (state === null || command === null || typeof command === 'function') return undefined;
  if (state.mode === 'open') return undefined;
  if (!['closeRound', 'conclude', 'confirmBallot'].includes(command.kind)) return undefined;
  const stored = await openingsOf(client, log, state);
  return (commitment) => page.opening(commitment) ?? stored(commitment);
}

/** @returns the nodes at the right edge of the tree as it is after the page. */
async function write(
  client: PoolClient,
  page: Page,
  before: NegotiationState | null,
  oldSize: number,
): Promise<ReadNode> {
  const { state, size } = page;
  if (state === null) throw new Error('events were added and there is no state');
  const edge = await readNodes(client, page.log, edgeAddresses(oldSize));
  const kept: TreeNode[] = edgeAddresses(oldSize).map((address) => ({ ...address, hash: edge(address) }));
  const nodes = appendLeaves(
    oldSize,
    page.events.map((row) => row.leaf),
    edge,
  );
  await writePage(client, page, nodes, changedBallots(before, state));
  await writeProjections(client, page.log, before, state);
  if (seatsDiffer(before, state)) {
    await client.query('SELECT pg_notify($1, $2)', [SEATS_CHANGED, page.log]);
  }
  if (page.redacted.length > 0) {
    await client.query('DELETE FROM event_text WHERE log = $1 AND hash = ANY ($2)', [
      page.log,
      page.redacted,
    ]);
  }
  const reader = nodeReader([...kept, ...nodes]);
  for (const address of edgeAddresses(size)) reader(address);
  return reader;
}
