/** What writes a page, with the log's head: one statement. */
import type { TreeNode } from '@/ledger/tree';
import type { QueryConfig } from '../pool';
import type { Page } from './page';
import type { BallotRow } from './projections';

/** @param held a row that must be there before anything is written; '' for none. */
const write = (held: string) => `
events AS (
  INSERT INTO event (log, position, type, actor, at, bytes)
  SELECT $1, e.* FROM ${held} unnest($2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::text[]) AS e
),
nodes AS (
  INSERT INTO tree_node (log, level, index, hash)
  SELECT $1, n.* FROM ${held} unnest($7::int[], $8::bigint[], $9::bytea[]) AS n
),
texts AS (
  INSERT INTO event_text (log, position, hash, salt, text)
  SELECT $1, t.* FROM ${held} unnest($10::int[], $11::text[], $12::text[], $13::text[]) AS t
),
sealed AS (
  INSERT INTO sealed_ballot (log, position, stakeholder, salt, ballot, commitment)
  SELECT $1, s.* FROM ${held} unnest($14::int[], $15::text[], $16::text[], $17::text[], $18::text[]) AS s
),
ballots AS (
  INSERT INTO ballot (log, stakeholder, position, at, kind, actor)
  SELECT $1, b.* FROM ${held} unnest($26::text[], $27::int[], $28::timestamptz[], $29::text[], $30::text[]) AS b
  ON CONFLICT (log, stakeholder) DO UPDATE
  SET position = excluded.position, at = excluded.at, kind = excluded.kind, actor = excluded.actor
),
drafts AS (
  DELETE FROM draft USING ${held} unnest($31::text[], $32::text[]) AS cast_now (user_id, stakeholder)
  WHERE log = $1 AND draft.user_id = cast_now.user_id AND draft.stakeholder = cast_now.stakeholder
),
keys AS (
  INSERT INTO idempotency (log, user_id, key, body, position, size, epoch, at)
  SELECT $1, k.*, $23::int, $24::int, $25::timestamptz
  FROM ${held} unnest($19::text[], $20::text[], $21::text[], $22::int[]) AS k
)
UPDATE log SET size = $23, epoch = $24, at = $25`;

const WRITE = `WITH ${write('')} WHERE log = $1`;
/** `held` is worked out once, before the first row that waits for it. */
const WRITE_HELD = `WITH held AS MATERIALIZED (
  SELECT hold_as_judged($1, $33, $34, $35, $36, $37, $38, $39) AS now
), ${write('held,')} FROM held WHERE log = $1 RETURNING held.now`;

export function pageStatement(
  page: Page,
  nodes: readonly TreeNode[],
  ballots: readonly BallotRow[],
): QueryConfig {
  const events = page.events.map((row) => row.event);
  return {
    name: 'write-page',
    text: WRITE,
    values: [
      page.log,
      events.map((e) => e.position),
      events.map((e) => e.type),
      events.map((e) => e.actor),
      events.map((e) => e.at),
      page.events.map((row) => row.text),
      nodes.map((n) => n.level),
      nodes.map((n) => n.index),
      nodes.map((n) => Buffer.from(n.hash)),
      page.texts.map((t) => t.position),
      page.texts.map((t) => t.hash),
      page.texts.map((t) => t.salt),
      page.texts.map((t) => t.text),
      page.sealed.map((s) => s.position),
      page.sealed.map((s) => s.stakeholder),
      page.sealed.map((s) => s.salt),
      page.sealed.map((s) => s.text),
      page.sealed.map((s) => s.commitment),
      page.keys.map((k) => k.userId),
      page.keys.map((k) => k.key),
      page.keys.map((k) => k.body),
      page.keys.map((k) => k.position),
      page.size,
      page.epoch,
      page.at,
      ballots.map((b) => b.stakeholder),
      ballots.map((b) => b.position),
      ballots.map((b) => b.at),
      ballots.map((b) => b.kind),
      ballots.map((b) => b.actor),
      page.drafts.map((d) => d.userId),
      page.drafts.map((d) => d.stakeholder),
    ],
  };
}

/** What `hold_as_judged` takes after the log. */
export interface Hold {
  readonly size: number;
  readonly epoch: number;
  readonly now: string;
  readonly people: readonly string[];
  readonly sessions: readonly (string | null)[];
  readonly pseudonyms: readonly string[];
  readonly administrators: readonly (boolean | null)[];
}

/** That writes a page by itself, a transaction of its own, if all is as it was judged; it returns the clock as `now`. */
export function ifHeld({ values = [] }: QueryConfig, hold: Hold): QueryConfig {
  const { size, epoch, now, people, sessions, pseudonyms, administrators } = hold;
  return {
    name: 'write-page-if-held',
    text: WRITE_HELD,
    values: [...values, size, epoch, now, people, sessions, pseudonyms, administrators],
  };
}
