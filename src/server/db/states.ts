/**
 * The state of each log, folded from its events and kept in memory for the logs used last. A cold start begins at a
 * snapshot and reads only the events after it. States are plain data and never changed in place, so readers share
 * them.
 */
import type { Edge } from '@/ledger/tree';
import { step } from '@/negotiation/evolve';
import { thaw } from '@/negotiation/evolve/kernel';
import type { NegotiationState } from '@/negotiation/state';
import { Newest } from '../process/newest';
import { readEvents } from './events';
import type { Pool, PoolClient } from './pool';
import { readSnapshot, writeSnapshot } from './snapshot';

export interface StateAt {
  /** Position of the newest event folded in. */
  readonly position: number;
  readonly state: NegotiationState;
  /** The right edge of the tree of those events, where an append of this process left it. */
  readonly edge?: Edge;
}

/** A state of n = 1,000 stakeholders and m = 64 profiles takes some megabytes. */
const KEPT_LOGS = 64;
/** A snapshot is written once this many events have been folded since the last one, and not too often under a crowd. */
const SNAPSHOT_EVERY = 500;
const SNAPSHOT_REST_MS = 10_000;

export class States {
  readonly #pool: Pool;
  readonly #kept = new Newest<StateAt>(KEPT_LOGS);
  /** The last snapshot of each log, and when it was begun by this process's clock. */
  readonly #snapshots = new Map<string, { readonly position: number; readonly at: number }>();
  /** What is being read, by log and position: whoever asks for the same meanwhile waits for it. */
  readonly #folding = new Map<string, Map<number, Promise<StateAt>>>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The state at a log's newest position; `null` where there is no such log, or it is empty. */
  async newest(log: string): Promise<StateAt | null> {
    const mark = this.mark(log);
    const { rows } = await this.#pool.query<{ size: number }>({
      name: 'log-size',
      text: 'SELECT size FROM log WHERE log = $1',
      values: [log],
    });
    return this.reached(log, rows[0]?.size ?? 0, mark);
  }

  /** To be taken before a log's size is asked for, and given to `reached` with the answer. */
  mark(log: string): number {
    return this.#kept.get(log)?.position ?? -1;
  }

  /**
   * The state of a log that had this size a moment ago, or a newer one: where ballots come in by the dozen it has moved
   * on before its size was answered, and the older state would have to be read anew. A size below the mark is of another
   * history, of a database that was restored, and is believed. `null` for size 0.
   */
  async reached(
    log: string,
    size: number,
    mark: number,
    database: Pool | PoolClient = this.#pool,
  ): Promise<StateAt | null> {
    if (size === 0) return null;
    const kept = this.#kept.get(log);
    if (kept !== undefined && kept.position >= size - 1 && mark <= size - 1) return kept;
    return this.at(database, log, size - 1);
  }

  /**
   * The state as of a position that the log has. Cost: the events since the nearest state before it that is kept, given
   * (`known`: whoever goes through a log in steps has the last one) or in a snapshot; paid once by all who ask at once.
   */
  async at(
    database: Pool | PoolClient,
    log: string,
    position: number,
    known: StateAt | null = null,
  ): Promise<StateAt> {
    const shared = this.#folding.get(log);
    // Whoever reads it may lose their connection: then we read it ourselves.
    const theirs = await shared?.get(position)?.catch(() => undefined);
    if (theirs !== undefined && this.#folding.get(log) === shared) return theirs;
    const folds = this.#folding.get(log) ?? new Map<number, Promise<StateAt>>();
    this.#folding.set(log, folds);
    const fold = this.#fold(database, log, position, known);
    folds.set(position, fold);
    try {
      const found = await fold;
      // The log may have been forgotten meanwhile: what was read is of its old history then.
      return this.#folding.get(log) === folds ? this.#keep(log, found) : found;
    } finally {
      if (folds.get(position) === fold) folds.delete(position);
    }
  }

  async #fold(
    database: Pool | PoolClient,
    log: string,
    position: number,
    known: StateAt | null,
  ): Promise<StateAt> {
    const start =
      newer(this.#keptBefore(log, position), known) ?? (await readSnapshot(database, log, position));
    if (start?.position === position) return start;
    // A copy that nobody else holds is folded in place: many events cost one copy.
    let kernel = start === null ? null : thaw(start.state);
    for await (const event of readEvents(database, log, (start?.position ?? -1) + 1, position)) {
      kernel = step(kernel, event);
    }
    if (kernel?.position !== position) throw new Error(`log ${log} has no position ${position}`);
    return { position, state: kernel };
  }

  /** What lies in memory of a log, perhaps not the newest: for what is only spared by knowing it. */
  kept(log: string): NegotiationState | null {
    return this.keptAt(log)?.state ?? null;
  }

  /** The same with its position. */
  keptAt(log: string): StateAt | null {
    return this.#kept.get(log) ?? null;
  }

  /** What an append came to, once it is committed. */
  put(log: string, known: StateAt): void {
    this.#keep(log, known);
  }

  /** Forgets a log whose history turned out to be another one (a restored database). */
  forget(log: string): void {
    this.#kept.delete(log);
    this.#snapshots.delete(log);
    this.#folding.delete(log);
  }

  #keptBefore(log: string, position: number): StateAt | null {
    const kept = this.#kept.get(log);
    return kept !== undefined && kept.position <= position ? kept : null;
  }

  #keep(log: string, known: StateAt): StateAt {
    const kept = this.#kept.get(log);
    if (kept !== undefined && kept.position > known.position) return known;
    this.#kept.put(log, known);
    this.#snapshotIfDue(log, known);
    return known;
  }

  #snapshotIfDue(log: string, known: StateAt): void {
    const last = this.#snapshots.get(log);
    const now = performance.now();
    if (known.position - (last?.position ?? 0) < SNAPSHOT_EVERY) return;
    if (last !== undefined && now - last.at < SNAPSHOT_REST_MS) return;
    this.#snapshots.set(log, { position: known.position, at: now });
    // Not awaited: nothing depends on it, and the next one repairs a failure.
    writeSnapshot(this.#pool, log, known).catch(() =>
      this.#snapshots.set(log, { position: last?.position ?? 0, at: now }),
    );
  }
}

function newer(one: StateAt | null, other: StateAt | null): StateAt | null {
  if (one === null || other === null) return one ?? other;
  return one.position < other.position ? other : one;
}
