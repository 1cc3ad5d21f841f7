/** Rebuilds a log's projections and stored results in the scratch schema, as the replay passes the positions they are of. */

import { canonicalJson } from '@/ledger/canonical';
import { type Event, isJson } from '@/negotiation/events/event';
import { standingsOf } from '@/negotiation/result';
import type { NegotiationState } from '@/negotiation/state';
import { changedBallots, writeProjections } from '../db/append/projections';
import type { PoolClient } from '../db/pool';
import { SHAPE } from '../db/snapshot';
import { standingTexts } from '../db/standing-rows';
import { standingStatements } from '../db/standings';
import { hasStanding, keptAs, openingsFor } from '../jobs/bring-up-to-date';

interface StoredSnapshot {
  readonly position: number;
  readonly version: number;
  readonly state: string;
}

export class Rebuild {
  readonly #client: PoolClient;
  readonly #log: string;
  /** The newest position that the stored standing covers; `null` where none was stored yet. */
  readonly #covered: number | null;
  /** Where the stored passing standing stands. */
  readonly #passing: number;
  readonly #snapshot: StoredSnapshot | null;

  private constructor(
    client: PoolClient,
    log: string,
    known: { covered: number | null; passing: number; snapshot: StoredSnapshot | null },
  ) {
    this.#client = client;
    this.#log = log;
    this.#covered = known.covered;
    this.#passing = known.passing;
    this.#snapshot = known.snapshot;
  }

  /**
   * Reads which positions the stored results are of: the worker may lag behind the log, and which positions it came
   * by on the way is its own affair.
   */
  static async of(client: PoolClient, log: string, size: number): Promise<Rebuild> {
    const heads = await client.query<{ covered: number | null; passing: number | null }>(
      `SELECT coalesce((SELECT position FROM public.standing_head WHERE log = $1),
                       (SELECT max(position) FROM public.standing WHERE log = $1)) AS covered,
              (SELECT max(position) FROM public.standing WHERE log = $1 AND kind = 'newest') AS passing`,
      [log],
    );
    const snapshots = await client.query<StoredSnapshot>(
      'SELECT position, version, state FROM public.snapshot WHERE log = $1',
      [log],
    );
    const { covered, passing } = heads.rows[0] ?? { covered: null, passing: null };
    return new Rebuild(client, log, {
      covered: covered === null ? null : Math.min(covered, size - 1),
      passing: passing ?? -1,
      snapshot: snapshots.rows[0] ?? null,
    });
  }

  async reached(state: NegotiationState, { type, position }: Event): Promise<void> {
    if (position === this.#snapshot?.position) await this.#keepSnapshot(state, this.#snapshot);
    if (this.#covered === null || position > this.#covered) return;
    const isKept = type === 'round.closed' || type === 'negotiation.concluded';
    if (!isKept && position !== this.#covered && position !== this.#passing) return;
    if (!hasStanding(state)) return;
    const texts = standingTexts(standingsOf(state, await openingsFor(this.#client, this.#log, state)), []);
    // Without its name: by that the connection may keep a plan, which is of the tables that the scratch ones hide.
    for (const { text, values = [] } of standingStatements(this.#log, position, texts, keptAs(state)))
      await this.#client.query(text, values);
  }

  /** What follows from the newest state alone. */
  async finish(state: NegotiationState): Promise<void> {
    await writeProjections(this.#client, this.#log, null, state);
    const ballots = changedBallots(null, state);
    await this.#client.query(
      `INSERT INTO ballot (log, stakeholder, position, at, kind, actor)
       SELECT $1, * FROM unnest($2::text[], $3::int[], $4::timestamptz[], $5::text[], $6::text[])`,
      [
        this.#log,
        ballots.map((b) => b.stakeholder),
        ballots.map((b) => b.position),
        ballots.map((b) => b.at),
        ballots.map((b) => b.kind),
        ballots.map((b) => b.actor),
      ],
    );
    if (this.#covered !== null) {
      await this.#client.query('INSERT INTO standing_head (log, position) VALUES ($1, $2)', [
        this.#log,
        this.#covered,
      ]);
    }
  }

  /** A snapshot of another shape is never read. The order of an object's keys is no difference. */
  async #keepSnapshot(state: NegotiationState, stored: StoredSnapshot): Promise<void> {
    const rebuilt = JSON.stringify(state);
    const isSame = stored.version !== SHAPE || canonicalOf(stored.state) === canonicalOf(rebuilt);
    await this.#client.query('INSERT INTO snapshot (log, position, version, state) VALUES ($1, $2, $3, $4)', [
      this.#log,
      stored.position,
      isSame ? stored.version : SHAPE,
      isSame ? stored.state : rebuilt,
    ]);
  }
}

/** The text itself where it is no JSON. */
function canonicalOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? canonicalJson(value) : text;
  } catch {
    return text;
  }
}
