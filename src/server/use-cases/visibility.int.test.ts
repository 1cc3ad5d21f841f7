import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyReceipt } from '@/ledger/receipt';
import type { Command } from '@/negotiation/command';
import { isCommand } from '@/negotiation/command';
import { sealOf } from '@/negotiation/seal';
import { pseudonymOf } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import {
  accountOf,
  callerFor,
  exampleFile,
  people,
  playedNegotiation,
  settleStanding,
} from '../testing/negotiation';

/** product.md §2, "Who sees what, and when", through the procedures. A score nobody else would ever think of: */
const TELLTALE = 77.13;
const file = { ...exampleFile('frontier-training'), ballots: [], pledges: [], threatAssessments: [] };
const OWN = 'lab-aurora';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

async function callers(negotiation: string) {
  const as = people(store);
  const [own, other, auditor, observer, facilitator] = await Promise.all(
    [OWN, 'lab-borealis', 'auditor', 'observer', 'facilitator'].map(async (key) =>
      callerFor(store, await as(key)),
    ),
  );
  if (!own || !other || !auditor || !observer || !facilitator) throw new Error('no callers');
  await own.ballot.cast({
    negotiation,
    stakeholder: OWN,
    idempotencyKey: `cast in ${negotiation}`,
    scores: { race: TELLTALE, 'verified-pause': [1, 2, 3] },
  });
  await settleStanding(store, negotiation);
  return { own, others: { other, auditor, observer, facilitator } };
}

type Callers = Awaited<ReturnType<typeof callers>>['others'];

/** Everything that the others can read, as text. */
async function everythingRead(
  others: Callers,
  negotiation: string,
  position: number,
): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const [who, call] of Object.entries(others)) {
    const answers = await Promise.allSettled([
      call.negotiation.get({ negotiation }),
      call.negotiation.export({ negotiation }),
      call.negotiation.list().then((all) => all.filter(({ id }) => id === negotiation)),
      call.standing.get({ negotiation, basis: 'stated' }),
      call.ballot.mine({ negotiation, stakeholder: OWN }),
      call.ballot.receipt({ negotiation, position }),
    ]);
    read[who] = JSON.stringify(answers.map((a) => (a.status === 'fulfilled' ? a.value : String(a.reason))));
  }
  return read;
}

async function command(key: string, negotiation: string, value: unknown): Promise<void> {
  const actor = await pseudonymOf(store, negotiation, await accountOf(store, key));
  if (actor === null || !isCommand(value)) throw new Error('no command');
  const asked: Command = value;
  const answer = await store.appender.append({ log: negotiation, actor, command: asked });
  if (!answer.ok) throw new Error(answer.error.message.text);
  await settleStanding(store, negotiation);
}

async function newestBallot(negotiation: string): Promise<number> {
  const { rows } = await store.pool.query<{ position: number }>(
    'SELECT position FROM ballot WHERE log = $1 AND stakeholder = $2',
    [negotiation, OWN],
  );
  return rows[0]?.position ?? -1;
}

describe('an open negotiation', () => {
  it('shows a ballot to members at once, to observers never', async () => {
    await playedNegotiation(store, 'open', file, { mode: 'open' });
    const { others } = await callers('open');
    const read = await everythingRead(others, 'open', await newestBallot('open'));
    expect(read['other']).toContain(String(TELLTALE));
    expect(read['auditor']).toContain(String(TELLTALE));
    expect(read['facilitator']).toContain(String(TELLTALE));
    expect(read['observer']).not.toContain(String(TELLTALE));
    expect(read['observer']).toContain('"verdict"');
  });
});

describe('a sealed negotiation', () => {
  it('tells nobody else anything of a ballot while the round is open, and all of it after the close', async () => {
    await playedNegotiation(store, 'sealed', file, { mode: 'sealed' });
    const { own, others } = await callers('sealed');
    const position = await newestBallot('sealed');
    for (const text of Object.values(await everythingRead(others, 'sealed', position))) {
      expect(text).not.toContain(String(TELLTALE));
      expect(text).not.toContain('"verdict"');
      // That there is a ballot is public.
      expect(text).toContain(`{"stakeholder":"${OWN}","voted":true`);
    }
    // The log, the standing and every projection hold nothing of it either; only the sealed ballots do.
    const { rows: tables } = await store.pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name NOT IN ('sealed_ballot')`,
    );
    for (const { name } of tables) {
      const { rows } = await store.pool.query<{ row: string }>(
        `SELECT row_to_json(t)::text AS row FROM "${name}" t`,
      );
      const mine = rows.filter(({ row }) => row.includes('"sealed"') || row.includes('\\"sealed\\"'));
      expect(mine.some(({ row }) => row.includes(String(TELLTALE)))).toBe(false);
    }

    const mine = await own.ballot.mine({ negotiation: 'sealed', stakeholder: OWN });
    expect(mine.ballot).toMatchObject({ scores: { race: TELLTALE } });
    const receipt = await own.ballot.receipt({ negotiation: 'sealed', position });
    expect(verifyReceipt(receipt, store.keys.of('sealed', 1))).toMatchObject({ ok: true });
    const opened = { salt: receipt.opening?.salt ?? '', ballot: JSON.parse(receipt.opening?.ballot ?? '{}') };
    expect(receipt.event).toContain(sealOf('sealed', OWN, opened.salt, opened.ballot));

    await command('facilitator', 'sealed', { kind: 'closeRound' });
    const after = await everythingRead(others, 'sealed', position);
    expect(after['other']).toContain(String(TELLTALE));
    expect(after['auditor']).toContain(String(TELLTALE));
    expect(after['observer']).not.toContain(String(TELLTALE));
    for (const text of Object.values(after)) expect(text).toContain('"verdict"');
  });
});

describe('a private negotiation', () => {
  it('counts the ballots after the close and shows them to nobody', async () => {
    await playedNegotiation(store, 'private', file, { mode: 'private' });
    const { own, others } = await callers('private');
    const position = await newestBallot('private');
    await command('facilitator', 'private', { kind: 'closeRound' });
    for (const text of Object.values(await everythingRead(others, 'private', position))) {
      expect(text).not.toContain(String(TELLTALE));
    }
    const { result } = await own.standing.get({ negotiation: 'private', basis: 'stated' });
    const pause = result.profiles.find((profile) => profile.id === 'verified-pause');
    // Its one voter has it below the default: the ballot counted, and only how many is said.
    // Those who are silent may possibly be, too.
    expect(pause?.worseOff).toEqual({ necessary: 1, expected: 1, possible: file.stakeholders.length });
    expect(JSON.stringify(result)).not.toContain(OWN);

    await command('facilitator', 'private', { kind: 'conclude', profile: null, reason: 'nothing clears' });
    const end = await everythingRead(others, 'private', position);
    expect(end['auditor']).toContain(String(TELLTALE));
    for (const who of ['other', 'observer', 'facilitator']) expect(end[who]).not.toContain(String(TELLTALE));
  });
});

describe.each(['sealed', 'private'] as const)('a paper ballot that waits in a %s round', (mode) => {
  it('is shown, with its note, to its own delegates alone', async () => {
    const negotiation = `paper-${mode}`;
    await playedNegotiation(store, negotiation, file, { mode });
    const { own, others } = await callers(negotiation);
    const entry = { stakeholder: OWN, ballot: { scores: { race: 1 } }, note: `By post: ${TELLTALE}.` };
    const idempotencyKey = `on paper in ${negotiation}`;
    const { position } = await others.facilitator.ballot.enter({ negotiation, idempotencyKey, ...entry });
    const mine = await own.history.proof({ negotiation, position });
    expect(JSON.stringify(mine.texts)).toContain(String(TELLTALE));
    expect((await own.ballot.receipt({ negotiation, position })).event).toBe(mine.event);
    for (const call of Object.values(others)) {
      expect(await call.history.proof({ negotiation, position })).toMatchObject({ event: null, texts: [] });
      await expect(call.ballot.receipt({ negotiation, position })).rejects.toThrow();
    }
  });
});
