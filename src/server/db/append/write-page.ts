/**
 * What writes a page, with the log's head: one statement, of the parts that the page has. A part of one row, as a ballot's
 * are, takes its values one by one; a part of several takes arrays, which Postgres walks through side by side.
 */
import type { TreeNode } from '@/ledger/tree';
import type { QueryConfig } from '../pool';
import type { Page } from './page';
import type { BallotRow } from './projections';

/** What becomes of rows, once `from` is there. */
type Sql = (columns: string, values: string, from: string) => string;

/** Of each column its type, and its value of a row. */
type Columns<Row> = Readonly<Record<string, readonly [type: string, value: (row: Row) => unknown]>>;

/** Rows of a page, at least one. */
interface Part {
  /** In the statement's name; a capital for several rows. */
  readonly letter: string;
  readonly isOne: boolean;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** By column: of one row its value, of several all of theirs. */
  readonly values: readonly unknown[];
  readonly sql: Sql;
}

function partOf<Row>(letter: string, rows: readonly Row[], columns: Columns<Row>, sql: Sql): Part[] {
  const [first] = rows;
  if (first === undefined) return [];
  const isOne = rows.length === 1;
  const of = Object.values(columns);
  return [
    {
      letter: isOne ? letter : letter.toUpperCase(),
      isOne,
      columns: Object.keys(columns),
      types: of.map(([type]) => type),
      values: of.map(([, value]) => (isOne ? value(first) : rows.map(value))),
      sql,
    },
  ];
}

function insertedInto(table: string): Sql {
  return (columns, values, from) =>
    `INSERT INTO ${table} (log, ${columns}) SELECT $1, ${values} FROM ${from}`;
}

function partsOf(page: Page, nodes: readonly TreeNode[], ballots: readonly BallotRow[]): readonly Part[] {
  return [
    ...partOf(
      'e',
      page.events,
      {
        position: ['int', ({ event }) => event.position],
        type: ['text', ({ event }) => event.type],
        actor: ['text', ({ event }) => event.actor],
        at: ['timestamptz', ({ event }) => event.at],
        bytes: ['text', ({ text }) => text],
      },
      insertedInto('event'),
    ),
    ...partOf(
      'n',
      nodes,
      {
        level: ['int', ({ level }) => level],
        index: ['bigint', ({ index }) => index],
        hash: ['bytea', ({ hash }) => Buffer.from(hash)],
      },
      insertedInto('tree_node'),
    ),
    ...partOf(
      't',
      page.texts,
      {
        position: ['int', ({ position }) => position],
        hash: ['text', ({ hash }) => hash],
        salt: ['text', ({ salt }) => salt],
        text: ['text', ({ text }) => text],
      },
      insertedInto('event_text'),
    ),
    ...partOf(
      's',
      page.sealed,
      {
        position: ['int', ({ position }) => position],
        stakeholder: ['text', ({ stakeholder }) => stakeholder],
        salt: ['text', ({ salt }) => salt],
        ballot: ['text', ({ text }) => text],
        commitment: ['text', ({ commitment }) => commitment],
      },
      insertedInto('sealed_ballot'),
    ),
    ...partOf(
      'b',
      ballots,
      {
        stakeholder: ['text', ({ stakeholder }) => stakeholder],
        position: ['int', ({ position }) => position],
        at: ['timestamptz', ({ at }) => at],
        kind: ['text', ({ kind }) => kind],
        actor: ['text', ({ actor }) => actor],
      },
      (columns, values, from) => `${insertedInto('ballot')(columns, values, from)}
        ON CONFLICT (log, stakeholder) DO UPDATE
        SET position = excluded.position, at = excluded.at, kind = excluded.kind, actor = excluded.actor`,
    ),
    ...partOf(
      'd',
      page.drafts,
      {
        user_id: ['text', ({ userId }) => userId],
        stakeholder: ['text', ({ stakeholder }) => stakeholder],
      },
      (columns, values, from) =>
        `DELETE FROM draft USING ${from} WHERE log = $1 AND (${columns}) IN (SELECT ${values})`,
    ),
    ...partOf(
      'k',
      page.keys,
      {
        user_id: ['text', ({ userId }) => userId],
        key: ['text', ({ key }) => key],
        body: ['text', ({ body }) => body],
        position: ['int', ({ position }) => position],
      },
      (columns, values, from) =>
        `INSERT INTO idempotency (log, size, epoch, at, ${columns})
         SELECT $1, $2::int, $3::int, $4::timestamptz, ${values} FROM ${from}`,
    ),
  ];
}

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
  const next = () => `$${++last}`;
  const values = parts.map(({ isOne, types }) =>
    types.map((type) => (isOne ? `${next()}::${type}` : `unnest(${next()}::${type}[])`)).join(', '),
  );
  const hold = HOLD.map(next).join(', ');
  const written = (from: string) =>
    parts
      .map(
        ({ letter, columns, sql }, i) => `${letter} AS (${sql(columns.join(', '), values[i] ?? '', from)})`,
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
  const parts = partsOf(page, nodes, ballots);
  const name = `write-page-${parts.map(({ letter }) => letter).join('')}`;
  const texts = known.get(name) ?? textsOf(parts);
  known.set(name, texts);
  const rows = parts.flatMap(({ values }) => values);
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

/** In the order in which it takes them. */
const HOLD = ['size', 'epoch', 'now', 'people', 'sessions', 'pseudonyms', 'administrators'] as const;

/** That writes a page by itself, a transaction of its own, if all is as it was judged; it returns the clock as `now`. */
export function ifHeld({ name = '', values = [] }: QueryConfig, hold: Hold): QueryConfig {
  const text = known.get(name)?.ifHeld;
  if (text === undefined) throw new Error(`${name} writes no page`);
  return { name: `${name}-if-held`, text, values: [...values, ...HOLD.map((member) => hold[member])] };
}
