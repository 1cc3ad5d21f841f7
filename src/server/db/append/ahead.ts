/**
 * The short way into a log: a page is judged against what this process remembers before anything is asked, and one
 * statement writes it, if all is as it was remembered: `hold_as_judged` looks, under the lock of the head. Where it is
 * not it fails, nothing is written, and the long way is taken.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { noteAt } from '../../signing/checkpoint';
import type { LogKeys } from '../../signing/keys';
import type { SignedSizes } from '../../signing/signed-sizes';
import type { Pool } from '../pool';
import type { States } from '../states';
import { isJudgedByMemory } from './judge';
import { type Judged, type JudgeParts, judgeAll, type LookedUp } from './judge-batch';
import type { Head } from './page';
import { peopleOf } from './recognise';
import type { AppendRequest } from './request';
import { wasRolledBack } from './transaction';
import { type Hold, ifHeld } from './write-page';

/** How long what was found of the clock holds. Two clocks part by some hundredths of a thousandth. */
const CLOCK_MS = 10_000;

/** Where this process may go ahead. What it takes for certain is looked up all the same: here it only must be likely. */
export class GoingAhead {
  /**
   * Connections for nothing else. What writes a page is much for a connection to have at hand: one that does other things
   * in between takes half as long again.
   */
  readonly pool: Pool;
  readonly #states: States;
  readonly #signed: SignedSizes;
  /** Logs that others write to as well. */
  readonly #shared = new Set<string>();
  /** How far the database's clock is ahead of this process's, at the most, and when that was found; milliseconds. */
  #clock: { readonly ahead: number; readonly at: number } | null = null;

  constructor(pool: Pool, states: States, signed: SignedSizes) {
    this.pool = pool;
    this.#states = states;
    this.#signed = signed;
  }

  /** @param now the database's clock, which was asked for at `asked` of this process's or after it; milliseconds. */
  told(now: number, asked: number): void {
    const found = { ahead: now - asked, at: performance.now() };
    const known = this.#clock;
    // The lowest of some seconds: an answer that was long in coming tells little.
    if (known === null || found.ahead < known.ahead || found.at - known.at > CLOCK_MS) this.#clock = found;
  }

  /** A head as it was found by whoever locked it; `asked` as above. */
  locked(log: string, { size, now }: Head, asked: number): void {
    const kept = this.#states.keptAt(log);
    if (kept === null || kept.position === size - 1) this.#shared.delete(log);
    else this.#shared.add(log);
    this.told(Date.parse(now) + 1, asked);
  }

  /**
   * The head as it should be, at a moment that is not before now by the database's clock, which reaches it on the way;
   * `null` where too little is known.
   */
  head(log: string): Head | null {
    const kept = this.#states.keptAt(log);
    if (kept?.edge === undefined || this.#clock === null) return null;
    if (this.#shared.has(log) || !this.#signed.isConfirmed(log)) return null;
    const { position, state } = kept;
    const now = new Date(Math.floor(performance.now() + this.#clock.ahead)).toISOString();
    return { size: position + 1, epoch: state.epoch, at: state.at, now };
  }
}

interface AheadParts extends JudgeParts {
  readonly pool: Pool;
  readonly ahead: GoingAhead;
}

/** `null` where nothing was written and the long way must tell: also of every refusal, which may come of old memories. */
export async function writeAhead(
  parts: AheadParts,
  log: string,
  requests: readonly AppendRequest[],
): Promise<Judged | null> {
  if (!requests.every(isJudgedByMemory)) return null;
  const head = parts.ahead.head(log);
  if (head === null) return null;
  const { value, statements } = await judgeAll(parts, parts.pool, log, requests, asHoped(head, requests));
  const [page, ...others] = statements;
  // What changes more than a page, as seats do, is a transaction of several statements.
  if (value.newest === null || page === undefined || others.length > 0) return null;
  if (value.written.answers.some((answer) => !answer.ok)) return null;
  const asked = performance.now();
  try {
    const answer = parts.ahead.pool.query<{ now: number }>(ifHeld(page, holdOf(head, requests)));
    const [{ rows }, signed] = await Promise.all([answer, signedMeanwhile(parts.keys, log, value)]);
    for (const { now } of rows) parts.ahead.told(now, asked);
    return signed;
  } catch (error) {
    if (!wasRolledBack(error)) throw error;
    return null;
  }
}

/** Once what is to be written has left: Postgres is at work, and this process would wait. */
async function signedMeanwhile(keys: LogKeys, log: string, judged: Judged): Promise<Judged> {
  const { added } = judged.written;
  if (added === null) return judged;
  await nextTurn();
  const note = noteAt(keys, log, added.epoch, added.size, added.edge);
  return { ...judged, written: { ...judged.written, added: { ...added, note } } };
}

/** No key was used, and everybody is who they were. */
function asHoped(head: Head, requests: readonly AppendRequest[]): LookedUp {
  const people = peopleOf(requests);
  return {
    head,
    used: new Map(),
    there: new Set(people.map(({ userId }) => userId)),
    recognised: new Set(people.flatMap(({ remembered }) => remembered?.session ?? [])),
  };
}

/** A key that was used before is noticed as it is written: there is one row a key. */
function holdOf({ size, epoch, now }: Head, requests: readonly AppendRequest[]): Hold {
  // In one order, as everywhere.
  const people = peopleOf(requests).sort((a, b) => (a.userId < b.userId ? -1 : 1));
  return {
    size,
    epoch,
    now,
    people: people.map(({ userId }) => userId),
    sessions: people.map(({ remembered }) => remembered?.session ?? null),
    pseudonyms: people.map(({ pseudonym }) => pseudonym),
    administrators: people.map(({ remembered }) => remembered?.administrator ?? null),
  };
}
