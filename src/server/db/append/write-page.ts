/** What writes a page, with the log's head: one statement. */
import type { TreeNode } from '@/ledger/tree';
import type { QueryConfig } from '../pool';
import type { Page } from './page';
import type { BallotRow } from './projections';

const WRITE = `
WITH
events AS (
  INSERT INTO event (log, position, type, actor, at, bytes)
  SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
),
nodes AS (
  INSERT INTO tree_node (log, level, index, hash)
  SELECT $1, * FROM unnest($7::int[], $8::bigint[], $9::bytea[])
),
texts AS (
  INSERT INTO event_text (log, position, hash, salt, text)
  SELECT $1, * FROM unnest($10::int[], $11::text[], $12::text[], $13::text[])
),
sealed AS (
  INSERT INTO sealed_ballot (log, position, stakeholder, salt, ballot, commitment)
  SELECT $1, * FROM unnest($14::int[], $15::text[], $16::text[], $17::text[], $18::text[])
),
ballots AS (
  INSERT INTO ballot (log, stakeholder, position, at, kind, actor)
  SELECT $1, * FROM unnest($26::text[], $27::int[], $28::timestamptz[], $29::text[], $30::text[])
  ON CONFLICT (log, stakeholder) DO UPDATE
  SET position = excluded.position, at = excluded.at, kind = excluded.kind, actor = excluded.actor
),
drafts AS (
  DELETE FROM draft USING unnest($31::text[], $32::text[]) AS cast_now (user_id, stakeholder)
  WHERE log = $1 AND draft.user_id = cast_now.user_id AND draft.stakeholder = cast_now.stakeholder
),
keys AS (
  INSERT INTO idempotency (log, user_id, key, body, position, size, epoch, at)
  SELECT $1, *, $23::int, $24::int, $25::timestamptz FROM unnest($19::text[], $20::text[], $21::text[], $22::int[])
)
UPDATE log SET size = $23, epoch = $24, at = $25 WHERE log = $1`;

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
