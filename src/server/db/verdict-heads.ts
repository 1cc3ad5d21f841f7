/** As of which position live streams were told, and which verdicts stood then. */
import { type AggregationResult, BASES, type Basis } from '@/core/model';
import type { Verdicts, VerdictsOn } from '@/negotiation/running-standings';
import type { Pool, PoolClient } from './pool';
import { readStanding } from './standings';

export interface VerdictChange {
  readonly basis: Basis;
  readonly profile: string;
  /** `null`: the profile was not there. */
  readonly from: AggregationResult['profiles'][number]['verdict'] | null;
  readonly to: AggregationResult['profiles'][number]['verdict'] | null;
}

/** Channel on which the worker tells `{log, position}` once there is something for live streams. */
export const TOLD = 'parley_told';

/** Streams were told of everything up to this position; -1 where of nothing. */
export async function toldPosition(pool: Pool | PoolClient, log: string): Promise<number> {
  const { rows } = await pool.query<{ position: number }>({
    name: 'told-position',
    // What was stored before there were heads of verdicts had been told as well.
    text: `SELECT greatest((SELECT position FROM verdict_head WHERE log = $1),
                           (SELECT position FROM standing_head WHERE log = $1), -1) AS position`,
    values: [log],
  });
  return rows[0]?.position ?? -1;
}

/** What is left to be told of a log. */
export interface Untold {
  /** The newest position of the log; -1 where there is none. */
  readonly to: number;
  /** As `toldPosition` has it. */
  readonly told: number;
  readonly head: VerdictHead | null;
}

/** @param known the head as this process moved it last, whose verdicts need not be read again. */
export async function untoldVerdicts(
  client: PoolClient,
  log: string,
  known: VerdictHead | null,
): Promise<Untold> {
  const { rows } = await client.query<{
    size: number;
    told: number;
    position: number | null;
    verdicts: string | null;
  }>({
    name: 'untold-verdicts',
    text: `SELECT l.size, greatest(v.position, s.position, -1) AS told, v.position,
                  CASE WHEN v.position = $2 THEN NULL ELSE v.verdicts END AS verdicts
           FROM log l LEFT JOIN verdict_head v USING (log) LEFT JOIN standing_head s USING (log) WHERE l.log = $1`,
    values: [log, known?.position ?? -1],
  });
  const [row] = rows;
  if (row === undefined) return { to: -1, told: -1, head: null };
  const { size, told, position, verdicts } = row;
  if (position === null) return { to: size - 1, told, head: null };
  return { to: size - 1, told, head: position === known?.position ? known : headOf(position, verdicts) };
}

/**
 * Tells every stream what changed by a position, unless it was told already, whoever else is at it: positions ascend, and
 * each tells of what changed since the one before it. `verdicts` are `null` where there are none to be seen.
 *
 * @param known the head as it was read a moment ago; without it, it is read.
 * @returns what was told; `null` where it had been told already.
 */
export async function tellVerdicts(
  client: PoolClient,
  log: string,
  position: number,
  verdicts: Verdicts | null,
  known?: VerdictHead | null,
): Promise<Told | null> {
  for (let head = known ?? (await readHead(client, log)); ; head = await readHead(client, log)) {
    if (head !== null && head.position >= position) return null;
    const before = head === null ? await storedVerdicts(client, log, position) : head.verdicts;
    const changed =
      verdicts === null
        ? []
        : BASES.flatMap((basis) => verdictChanges(before?.[basis] ?? null, verdicts[basis]));
    const now = { position, verdicts: verdicts ?? before };
    if (await moveHead(client, log, head, now, changed))
      return { after: head?.position ?? null, changed, head: now };
  }
}

export interface Told {
  /** The position that was told before this one; `null` where none was. */
  readonly after: number | null;
  readonly changed: readonly VerdictChange[];
  /** As it stands now. */
  readonly head: VerdictHead;
}

/** What changed on a basis, in the order of the new profiles. */
function verdictChanges(before: VerdictsOn | null, after: VerdictsOn): VerdictChange[] {
  const { basis } = after;
  const old = new Map(before?.profiles.map((p) => [p.id, p.verdict]));
  const now = new Set(after.profiles.map((p) => p.id));
  const changed = after.profiles
    .map((p) => ({ basis, profile: p.id, from: old.get(p.id) ?? null, to: p.verdict }))
    .filter(({ from, to }) => from !== to);
  const gone = [...old]
    .filter(([id]) => !now.has(id))
    .map(([profile, from]) => ({ basis, profile, from, to: null }));
  return [...changed, ...gone];
}

export interface VerdictHead {
  readonly position: number;
  readonly verdicts: Verdicts | null;
}

function headOf(position: number, verdicts: string | null): VerdictHead {
  return { position, verdicts: verdicts === null ? null : JSON.parse(verdicts) };
}

async function readHead(client: PoolClient, log: string): Promise<VerdictHead | null> {
  const { rows } = await client.query<{ position: number; verdicts: string | null }>({
    name: 'verdict-head',
    text: 'SELECT position, verdicts FROM verdict_head WHERE log = $1',
    values: [log],
  });
  const row = rows[0];
  return row === undefined ? null : headOf(row.position, row.verdicts);
}

/** Those of a standing that was stored before there were heads of verdicts. */
async function storedVerdicts(client: PoolClient, log: string, position: number): Promise<Verdicts | null> {
  const stated = await readStanding(client, log, 'stated', position - 1);
  const informed = await readStanding(client, log, 'informed', position - 1);
  return stated && informed && { stated: stated.result, informed: informed.result };
}

/**
 * Moves the head if it is still where it was. What is lost of it in a crash is told anew, so that this commit need not
 * wait for the disk.
 */
async function moveHead(
  client: PoolClient,
  log: string,
  from: VerdictHead | null,
  { position, verdicts }: VerdictHead,
  changed: readonly VerdictChange[],
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'move-verdict-head',
    text: `WITH relaxed AS (SELECT set_config('synchronous_commit', 'off', true)),
           moved AS (
             INSERT INTO verdict_head AS h (log, position, verdicts) SELECT $1, $2, $3 FROM relaxed
             ON CONFLICT (log) DO UPDATE SET position = $2, verdicts = $3 WHERE h.position = $4
             RETURNING 1
           ),
           kept AS (
             INSERT INTO standing_change (log, position, changed) SELECT $1, $2, $5 FROM moved ON CONFLICT DO NOTHING
           )
           SELECT pg_notify($6, $7) FROM moved`,
    values: [
      log,
      position,
      verdicts && JSON.stringify(verdicts),
      from?.position ?? null,
      JSON.stringify(changed),
      TOLD,
      JSON.stringify({ log, position }),
    ],
  });
  return rowCount === 1;
}
