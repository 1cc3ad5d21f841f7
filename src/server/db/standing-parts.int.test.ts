import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASES } from '@/core/model';
import { standingsOf } from '@/negotiation/result';
import type { NegotiationState } from '@/negotiation/state';
import type { Compute } from '../jobs/compute';
import { HeldThread } from '../jobs/held-thread';
import { fsck } from '../operate/fsck';
import { append, gather, PROFILES, STAKEHOLDERS, score } from '../testing/big-crowd';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { settleStanding } from '../testing/negotiation';
import { partsOf, textAt } from '../testing/stored-standing';
import { supportRows } from './standing-rows';
import { readStanding, standingPosition, standingStatements } from './standings';
import type { Store } from './store';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

/**
 * As a server holds its standings: a change costs what changed. Counts what came from the thread.
 *
 * @param pause milliseconds that the next answer takes longer.
 */
function held(pause = () => 0) {
  const thread = new HeldThread('standings', 4);
  const handed: number[] = [];
  const compute: Compute = async (...asked) => {
    const answer = await thread.ask(...asked);
    if (answer.work !== 'standings') throw new Error('no standings');
    handed.push(answer.standings.added.hashes.length);
    await sleep(pause());
    return answer.standings;
  };
  return { compute, handed };
}

async function newest(log: string): Promise<NegotiationState> {
  const state = (await store.states.newest(log))?.state;
  if (state === undefined) throw new Error('no state');
  return state;
}

/** The texts are those of a recomputation, every part is named, under its hash, and the rows say the same. */
async function expectRight(log: string) {
  const state = await newest(log);
  const whole = standingsOf(state);
  for (const basis of BASES) {
    expect(await textAt(store, log, basis, state.position)).toBe(JSON.stringify(whole[basis]));
    const support = await store.pool.query<{ row: string }>(
      `SELECT concat_ws(' ', profile, stance, dimension, weight) AS row FROM standing_support
       WHERE log = $1 AND basis = $2 AND position = -1`,
      [log, basis],
    );
    const expected = supportRows(whole[basis]).map((s) =>
      [s.profile, s.stance, s.dimension, s.weight].join(' '),
    );
    expect(support.rows.map(({ row }) => row).sort()).toEqual(expected.sort());
    const verdicts = await store.pool.query<{ profile: string; verdict: string }>(
      `SELECT profile, verdict FROM standing_profile WHERE log = $1 AND basis = $2 AND position = -1 ORDER BY ordinal`,
      [log, basis],
    );
    expect(verdicts.rows).toEqual(whole[basis].profiles.map(({ id, verdict }) => ({ profile: id, verdict })));
  }
  const { rows } = await store.pool.query<{ named: string; kept: string; wrong: string }>(
    `SELECT (SELECT count(DISTINCT hash) FROM (SELECT unnest(parts) AS hash FROM standing WHERE log = $1) AS n) AS named,
            count(*) AS kept, count(*) FILTER (WHERE hash <> sha256(convert_to(text, 'UTF8'))) AS wrong
     FROM standing_part WHERE log = $1`,
    [log],
  );
  expect(rows[0]?.kept).toBe(rows[0]?.named);
  expect(rows[0]?.wrong).toBe('0');
}

function ballotOf(i: number, turn: number) {
  return Object.fromEntries(PROFILES.map((id, x) => [id, score(i, x, turn)]));
}

/** Ballots, single scores, abstentions and acknowledgements, drawn by turn. */
function saying(turn: number): unknown {
  const i = (turn * 17) % STAKEHOLDERS.length;
  const stakeholder = STAKEHOLDERS[i] ?? '';
  if (turn % 4 === 1) return { kind: 'acknowledge', stakeholder, briefing: 'facts' };
  if (turn % 7 === 6) return { kind: 'castBallot', stakeholder, ballot: { abstain: true } };
  const scores = ballotOf(i, turn % 3 === 0 ? turn : 0);
  return { kind: 'castBallot', stakeholder, ballot: { scores: { ...scores, p5: (turn * 37) % 101 } } };
}

it.each([
  ['one', false],
  ['two', true],
] as const)(
  'are the text of a recomputation after every change, on %s basis or bases',
  async (name, required) => {
    const log = `changes-on-${name}`;
    const { compute } = held();
    const actor = await gather(store, log, required);
    for (let turn = 0; turn < 30; turn++) {
      await append(store, log, actor, saying(turn));
      if (turn % 3 === 2) await append(store, log, actor, saying(turn + 100));
      await settleStanding(store, log, compute);
      await expectRight(log);
    }
    const { rows } = await store.pool.query<{ parts: number; shared: boolean }>(
      `SELECT cardinality(s.parts) AS parts, s.parts[2:] = i.parts[2:] AS shared FROM standing s JOIN standing i USING (log, position)
     WHERE log = $1 AND s.basis = 'stated' AND i.basis = 'informed'`,
      [log],
    );
    expect(rows[0]?.parts).toBeGreaterThan(20);
    expect(rows[0]?.shared).toBe(!required);
  },
);

it('writes few parts and few rows where one score of one profile is another, and hands no others over', async () => {
  const log = 'one-score';
  const { compute, handed } = held();
  const actor = await gather(store, log, false);
  await settleStanding(store, log, compute);
  const stakeholder = STAKEHOLDERS[7] ?? '';
  const cast = async (change: Record<string, number>) => {
    const scores = { ...ballotOf(7, 0), ...change };
    await append(store, log, actor, { kind: 'castBallot', stakeholder, ballot: { scores } });
    const [parts, at] = [await partsOf(store, log), await versions(log)];
    await settleStanding(store, log, compute);
    await expectRight(log);
    const added = [...(await partsOf(store, log))].filter((hash) => !parts.has(hash)).length;
    expect(handed.at(-1)).toBe(added);
    return { added, rows: (await versions(log)).filter((version) => !at.includes(version)).length };
  };
  const all = (await partsOf(store, log)).size;
  await cast({});
  // From its place to the next one, past one other profile's score: of each stance the pairs of two profiles, and theirs.
  const sorted = Object.entries(ballotOf(7, 0)).sort(([, a], [, b]) => a - b);
  const [[low = '', from = 0] = [], [, over = 0] = [], [, next = 100] = []] = sorted.slice(5);
  expect([from < over, over + 1 < next]).toEqual([true, true]);
  const past = await cast({ [low]: over + 1 });
  expect(past.added).toBeGreaterThan(0);
  expect(past.added).toBeLessThanOrEqual(3 * 2 + 4);
  expect(past.added).toBeLessThan(all / 3);
  // Six numbers of support on each basis, and at most two profiles.
  expect(past.rows).toBeLessThanOrEqual(2 * (3 * 2 * 2 + 2));
  expect((await cast({ [low]: over + 1 })).added).toBe(0);
  expect((await cast(ballotOf(7, 50))).added).toBeGreaterThan(all / 2);
});

/** Which version of each row stands there: one that is written anew has another. */
async function versions(log: string): Promise<string[]> {
  const { rows } = await store.pool.query<{ version: string }>(
    ['standing_profile', 'standing_support']
      .map((table) => `SELECT concat_ws(' ', '${table}', xmin, ctid) AS version FROM ${table} WHERE log = $1`)
      .join(' UNION ALL '),
    [log],
  );
  return rows.map(({ version }) => version);
}

it('stay as they are for the rounds that closed, and go when only the newest named them', async () => {
  const log = 'rounds';
  const { compute } = held();
  const actor = await gather(store, log, true);
  const closed = new Map<number, string>();
  for (let round = 0; round < 3; round++) {
    for (let turn = 0; turn < 4; turn++) {
      await append(store, log, actor, saying(40 + round * 4 + turn));
      await settleStanding(store, log, compute);
    }
    await append(store, log, actor, { kind: 'closeRound' });
    // What comes after a close may be settled together with it.
    if (round !== 1) await settleStanding(store, log, compute);
    const position = (await newest(log)).rounds[round]?.closed?.position ?? -1;
    const { state } = await store.states.at(store.pool, log, position);
    closed.set(position, JSON.stringify(standingsOf(state).informed));
    await append(store, log, actor, { kind: 'openRound', deadline: null });
    await settleStanding(store, log, compute);
    await expectRight(log);
    for (const [position, text] of closed) {
      expect(await textAt(store, log, 'informed', position)).toBe(text);
      const { rowCount } = await store.pool.query(
        `SELECT FROM standing_support WHERE log = $1 AND position = $2 AND basis = 'informed'`,
        [log, position],
      );
      expect(rowCount).toBe(supportRows(JSON.parse(text)).length);
    }
  }
  expect(closed.size).toBe(3);

  // A server that does not know how far it had come stores all of them again, whatever stands there.
  await store.pool.query('DELETE FROM standing_head WHERE log = $1', [log]);
  await store.pool.query(`UPDATE standing SET parts = parts[1:1] WHERE log = $1 AND kind = 'round'`, [log]);
  await settleStanding(store, log, compute);
  await expectRight(log);
  for (const [position, text] of closed) expect(await textAt(store, log, 'informed', position)).toBe(text);
  const report = await fsck(store, { host: 'localhost', logs: [log], repair: false });
  expect(report.logs.flatMap(({ differences }) => differences)).toEqual([]);
});

it('leave no rows of the newest where there is no newest, as at the end of a round', async () => {
  const log = 'no-newest';
  const { compute } = held();
  await gather(store, log, true);
  await settleStanding(store, log, compute);
  const state = await newest(log);
  const texts = await compute(state, undefined, []);
  const client = await store.pool.connect();
  await client.query('BEGIN');
  const kept = { kind: 'round', round: 1 } as const;
  for (const statement of standingStatements(log, state.position + 1, texts, kept))
    await client.query(statement);
  for (const table of ['standing_profile', 'standing_support', 'standing']) {
    const { rows } = await client.query<{ position: number }>(
      `SELECT DISTINCT position FROM ${table} WHERE log = $1`,
      [log],
    );
    expect(rows).toEqual([{ position: state.position + 1 }]);
  }
  await client.query('ROLLBACK');
  client.release();
});

it('are whole whenever they are read, while two servers store by turns', async () => {
  const log = 'two-servers';
  const other = database.open();
  const actor = await gather(store, log, true);
  let turns = 0;
  // Without the lock each would store in between what the other was told is there, and what it takes away.
  const servers = [store, other].map((of) => ({ of, ...held(() => (turns++ * 7) % 13) }));
  await settleStanding(store, log, servers[0]?.compute ?? fail());
  let casting = true;
  const positions = new Set<number>();
  const reading = (async () => {
    while (casting) {
      const stored = await readStanding(other.pool, log, 'stated', 1_000_000);
      positions.add(stored?.position ?? -1);
    }
  })();
  const stored = new Map<Store, number>();
  const storing = servers.map(async ({ of, compute }) => {
    while (casting) {
      const before = await standingPosition(of.pool, log);
      const had = await settleStanding(of, log, compute);
      if (had !== null && (await standingPosition(of.pool, log)) > before)
        stored.set(of, (stored.get(of) ?? 0) + 1);
    }
  });
  // To and fro, so that what is gone now is named again by the next but one.
  for (let turn = 0; turn < 120; turn++) {
    const ballot = { scores: ballotOf(0, 1 + (turn % 2)) };
    await append([store, other][turn % 2] ?? store, log, actor, {
      kind: 'castBallot',
      stakeholder: STAKEHOLDERS[0],
      ballot,
    });
    await sleep(turn % 5);
  }
  casting = false;
  await Promise.all([...storing, reading]);
  await settleStanding(store, log, servers[0]?.compute ?? fail());
  expect(positions.size).toBeGreaterThan(2);
  expect(stored.size).toBe(2);
  await expectRight(log);
});

it('come back by themselves where one was lost, with the next change', async () => {
  const log = 'lost';
  const { compute } = held();
  const actor = await gather(store, log, false);
  await settleStanding(store, log, compute);
  const { rowCount } = await store.pool.query(
    `DELETE FROM standing_part WHERE log = $1 AND strpos(text, '"p3"') > 0`,
    [log],
  );
  expect(rowCount).toBeGreaterThan(0);
  await expect(textAt(store, log, 'stated', (await newest(log)).position)).rejects.toThrow('is missing');
  await append(store, log, actor, saying(0));
  await settleStanding(store, log, compute);
  await expectRight(log);
});

function fail(): never {
  throw new Error('there is no server');
}
