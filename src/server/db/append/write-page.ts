/**
 * What writes a page, with the log's head: one statement, of the parts that the page has. A part of one row, as a ballot's
 * are, takes its values one by one; a part of several takes arrays, which Postgres walks through side by side.
 */
import type { TreeNode } from '@/ledger/tree';
import type { QueryConfig } from '../pool';
import type { Page } from './page';
import type { BallotRow } from './projections';

type Value = string | number | Buffer | null;

/** Rows that a page may have. */
interface Part {
  /** In the statement's name; a capital for several rows. */
  readonly letter: string;
  /** Of each column its type, and a value of each row. */
  readonly columns: Readonly<Record<string, readonly [type: string, values: readonly Value[]]>>;
  /** What becomes of them, once `from` is there. */
  readonly sql: (columns: string, values: string, from: string) => string;
}

function partsOf(page: Page, nodes: readonly TreeNode[], ballots: readonly BallotRow[]): readonly Part[] {
  const { texts, sealed, drafts, keys } = page;
  const events = page.events.map((row) => row.event);
  return [
    {
      letter: 'e',
      columns: {
        position: ['int', events.map((e) => e.position)],
        type: ['text', events.map((e) => e.type)],
        actor: ['text', events.map((e) => e.actor)],
        at: ['timestamptz', events.map((e) => e.at)],
        bytes: ['text', page.events.map((row) => row.text)],
      },
      sql: insertedInto('event'),
    },
    {
      letter: 'n',
      columns: {
        level: ['int', nodes.map((n) => n.level)],
        index: ['bigint', nodes.map((n) => n.index)],
        hash: ['bytea', nodes.map((n) => Buffer.from(n.hash))],
      },
      sql: insertedInto('tree_node'),
    },
    {
      letter: 't',
      columns: {
        position: ['int', texts.map((t) => t.position)],
        hash: ['text', texts.map((t) => t.hash)],
        salt: ['text', texts.map((t) => t.salt)],
        text: ['text', texts.map((t) => t.text)],
      },
      sql: insertedInto('event_text'),
    },
    {
      letter: 's',
      columns: {
        position: ['int', sealed.map((s) => s.position)],
        stakeholder: ['text', sealed.map((s) => s.stakeholder)],
        salt: ['text', sealed.map((s) => s.salt)],
        ballot: ['text', sealed.map((s) => s.text)],
        commitment: ['text', sealed.map((s) => s.commitment)],
      },
      sql: insertedInto('sealed_ballot'),
    },
    {
      letter: 'b',
      columns: {
        stakeholder: ['text', ballots.map((b) => b.stakeholder)],
        position: ['int', ballots.map((b) => b.position)],
        at: ['timestamptz', ballots.map((b) => b.at)],
        kind: ['text', ballots.map((b) => b.kind)],
        actor: ['text', ballots.map((b) => b.actor)],
      },
      sql: (columns, values, from) => `${insertedInto('ballot')(columns, values, from)}
        ON CONFLICT (log, stakeholder) DO UPDATE
        SET position = excluded.position, at = excluded.at, kind = excluded.kind, actor = excluded.actor`,
    },
    {
      letter: 'd',
      columns: {
        user_id: ['text', drafts.map((d) => d.userId)],
        stakeholder: ['text', drafts.map((d) => d.stakeholder)],
      },
      sql: (columns, values, from) =>
        `DELETE FROM draft USING ${from} WHERE log = $1 AND (${columns}) IN (SELECT ${values})`,
    },
    {
      letter: 'k',
      columns: {
        user_id: ['text', keys.map((k) => k.userId)],
        key: ['text', keys.map((k) => k.key)],
        body: ['text', keys.map((k) => k.body)],
        position: ['int', keys.map((k) => k.position)],
      },
      sql: (columns, values, from) =>
        `INSERT INTO idempotency (log, size, epoch, at, ${columns})
         SELECT $1, $2::int, $3::int, $4::timestamptz, ${values} FROM ${from}`,
    },
  ];
}

function insertedInto(table: string): Part['sql'] {
  return (columns, values, from) =>
    `INSERT INTO ${table} (log, ${columns}) SELECT $1, ${values} FROM ${from}`;
}

const rowsOf = ({ columns }: Part): number => Object.values(columns)[0]?.[1].length ?? 0;

/** Of the log, its size, its epoch and the instant of its newest event; the rows follow. */
const HEAD = 4;
const UPDATE = 'UPDATE log SET size = $2, epoch = $3, at = $4';

interface Texts {
  readonly always: string;
  /** `held` is worked out once, before the first row that waits for it. */
  readonly ifHeld: string;
}

/** By name, which tells of which parts they are. */
const known = new Map<string, Texts>();

function textsOf(parts: readonly Part[]): Texts {
  let last = HEAD;
  const value = (type: string, isOne: boolean) =>
    isOne ? `$${++last}::${type}` : `unnest($${++last}::${type}[])`;
  const values = parts.map((part) =>
    Object.values(part.columns)
      .map(([type]) => value(type, rowsOf(part) === 1))
      .join(', '),
  );
  const hold = Array.from({ length: HOLD }, () => `$${++last}`).join(', ');
  const written = (from: string) =>
    parts
      .map(
        ({ letter, columns, sql }, i) =>
          `${letter} AS (${sql(Object.keys(columns).join(', '), values[i] ?? '', from)})`,
      )
      .join(', ');
  return {
    always: `WITH ${written('(VALUES (true)) AS at_once')} ${UPDATE} WHERE log = $1`,
    ifHeld: `WITH held AS MATERIALIZED (SELECT hold_as_judged($1, ${hold}) AS now), ${written('held')}
      ${UPDATE} FROM held WHERE log = $1 RETURNING held.now`,
  };
}

export function pageStatement(
  page: Page,
  nodes: readonly TreeNode[],
  ballots: readonly BallotRow[],
): QueryConfig {
  const parts = partsOf(page, nodes, ballots).filter((part) => rowsOf(part) > 0);
  const letters = parts.map((part) => (rowsOf(part) === 1 ? part.letter : part.letter.toUpperCase()));
  const name = `write-page-${letters.join('')}`;
  const texts = known.get(name) ?? textsOf(parts);
  known.set(name, texts);
  const columns = parts.flatMap((part) => Object.values(part.columns));
  const rows = columns.map(([, values]) => (values.length === 1 ? values[0] : values));
  return { name, text: texts.always, values: [page.log, page.size, page.epoch, page.at, ...rows] };
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

/** How many that are. */
const HOLD = 7;

/** That writes a page by itself, a transaction of its own, if all is as it was judged; it returns the clock as `now`. */
export function ifHeld({ name = '', values = [] }: QueryConfig, hold: Hold): QueryConfig {
  const { size, epoch, now, people, sessions, pseudonyms, administrators } = hold;
  const text = known.get(name)?.ifHeld;
  if (text === undefined) throw new Error(`${name} writes no page`);
  return {
    name: `${name}-if-held`,
    text,
    values: [...values, size, epoch, now, people, sessions, pseudonyms, administrators],
  };
}
