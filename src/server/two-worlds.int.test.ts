import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BallotBody } from '@/negotiation/file/model';
import { type Asker, askersFor, firstDifference, lettersBut, lettersShown } from './testing/answers';
import { withoutChance } from './testing/likeness';
import { openStream, type Stream } from './testing/live-stream';
import {
  ballotPageOf,
  INPUTS,
  pagesOf,
  type Question,
  queries,
  questionsOf,
  questionsOfInstallation,
} from './testing/questions';
import { MODES, OTHER, OWN, SECOND, startWorld, type World } from './testing/world';

/**
 * product.md §2, "Who sees what, and when", and ledger.md §3: two installations that differ in one stakeholder's scores
 * answer everyone else alike while these are sealed, in whatever way they are asked.
 */
const OTHERS = ['facilitator', OTHER, 'auditor', 'observer', null, 'admin', 'stranger'] as const;

/** Cast, and cast anew while everyone listens: of other forms, of other profiles, and of other lengths. */
const CAST: readonly [BallotBody, BallotBody] = [
  { scores: { race: [40, 45, 50], 'verified-pause': 61.5, 'licensed-scaling': 44, liability: 50 } },
  { scores: { race: 1, 'joint-project': [2, 50, 90.12] } },
];
/**
 * What it says besides, of which no sum tells either: others hold the threat to be worse, and the pledge stands in both.
 */
const SAID = [
  { change: [-3, -2, -1], condition: null },
  { change: [0, 1, 2], condition: { members: { atLeast: 2 } } },
] as const;
/** The second world's are higher by one number, so that each gain over the default is the same in both. */
const CAST_ANEW: readonly [BallotBody, BallotBody] = [anew(0), anew(7.25)];

function anew(more: number): BallotBody {
  const triple = (low: number, best: number, high: number): [number, number, number] => [
    low + more,
    best + more,
    high + more,
  ];
  const scores = {
    race: triple(40, 45, 50),
    'verified-pause': 61.5 + more,
    'pause-deneb-out': 20 + more,
    'licensed-scaling': triple(44, 48, 80),
    'joint-project': triple(10, 30, 41.5),
    liability: 50 + more,
  };
  return { scores };
}

/** How long something took, of which Next tells as it starts. */
const DURATION = /\b\d+(?:\.\d+)?m?s\b/g;

/** Of a connection to the database, on a machine that has no time for it. */
const TOO_BUSY = 'timeout exceeded when trying to connect';

let worlds: readonly [World, World];
interface Heard {
  readonly mode: string;
  readonly who: string | null;
  readonly pair: readonly [Stream, Stream];
}

let streams: readonly Heard[] = [];

beforeAll(async () => {
  process.env['NEXTAUTH_SECRET'] = 'a secret for the tests of two worlds';
  process.env['DATABASE_URL'] ??= 'postgresql://127.0.0.1/none';
  worlds = await Promise.all([startWorld(CAST[0]), startWorld(CAST[1])]);
  streams = await Promise.all(MODES.flatMap((mode) => OTHERS.map((who) => listen(mode, who))));
  for (const mode of MODES)
    await Promise.all(
      worlds.map((world, i) => goOn(world, mode, CAST_ANEW[i] ?? CAST[0], SAID[i] ?? SAID[0])),
    );
  await Promise.all(worlds.map((world) => world.orderMessages()));
});
afterAll(async () => {
  for (const { pair } of streams) for (const stream of pair) stream.end();
  await Promise.all(worlds.map((world) => world.stop()));
});

async function listen(mode: string, who: string | null): Promise<Heard> {
  const [one, other] = await askersFor(worlds, who);
  const open = ([{ url }, cookie]: Asker) => openStream(url, mode, cookie);
  return { mode, who, pair: [await open(one), await open(other)] };
}

/** What happens before everyone's eyes, after the first ballots. */
async function goOn(
  world: World,
  mode: string,
  ballot: BallotBody,
  { change, condition }: (typeof SAID)[number],
): Promise<void> {
  await world.change(OWN, 'ballot.cast', mode, { stakeholder: OWN, ...ballot });
  const threat = {
    profile: 'liability',
    threat: 'security-dilemma/multipolar',
    reason: null,
    evidence: null,
  };
  await world.change(OWN, 'threat.assess', mode, { stakeholder: OWN, ...threat, change });
  await world.change(OWN, 'pledge.make', mode, { stakeholder: OWN, profile: 'joint-project', condition });
  await world.change(OTHER, 'ballot.cast', mode, { stakeholder: OTHER, abstain: true });
  const paper = { scores: { race: 50, 'verified-pause': 50 } };
  await world.change('facilitator', 'ballot.enter', mode, {
    stakeholder: 'gov-dovra',
    ballot: paper,
    note: 'By post.',
  });
  const comment = {
    topic: { kind: 'negotiation' },
    replyTo: null,
    argument: null,
    stakeholder: null,
    text: 'What now?',
  };
  await world.change('facilitator', 'comment.post', mode, comment);
}

async function sizeOf(mode: string): Promise<number> {
  return ((await worlds[0].store.states.newest(mode))?.position ?? -1) + 1;
}

async function differenceFor(who: string | null, questions: readonly Question[]) {
  return firstDifference(await askersFor(worlds, who), questions);
}

it('asks every query of the router', () => {
  expect(Object.keys(INPUTS)).toEqual(queries().sort());
});

it.each(OTHERS)('answers %s alike, by procedures, files, refusals and pages', async (who) => {
  const questions = [...questionsOfInstallation()];
  for (const mode of MODES) questions.push(...questionsOf(mode, await sizeOf(mode)), ...pagesOf(mode));
  expect(await differenceFor(who, questions)).toBeNull();
});

it.each([OWN, SECOND])('shows %s the ballot', async (who) => {
  for (const mode of MODES) {
    expect(await differenceFor(who, questionsOf(mode, await sizeOf(mode)))).not.toBeNull();
    expect(await differenceFor(who, [ballotPageOf(mode)])).not.toBeNull();
  }
});

it('streams the same to everyone', async () => {
  for (const { mode, who, pair } of streams) {
    const last = (await sizeOf(mode)) - 1;
    const [one, other] = await Promise.all(pair.map((stream) => stream.upTo(last)));
    expect(one, `${mode} ${who}`).toContain(`"position":${last},`);
    expect(other, `${mode} ${who}`).toBe(one);
  }
});

it('writes the same letters to everyone else, and shows an administrator the same of all', async () => {
  const [one, other] = await Promise.all(worlds.map(({ store }) => lettersBut(store, [OWN, SECOND])));
  expect(one?.length).toBeGreaterThan(0);
  expect(other).toEqual(one);
  // What is attached to their own tells them more.
  const [first, second] = await Promise.all(worlds.map(({ store }) => lettersBut(store, [])));
  expect(second).not.toEqual(first);
  const [shown, shownThere] = await Promise.all(worlds.map(lettersShown));
  expect(shown?.length).toBe(first?.length);
  expect(shownThere).toEqual(shown);
});

it('writes the same to its own log', () => {
  const [one, other] = worlds.map(({ said, url }) =>
    withoutChance(said().replaceAll(url, '<address>').replaceAll(DURATION, '<time>'))
      .split('\n')
      .filter((line) => !line.includes(TOO_BUSY))
      .sort(),
  );
  expect(other).toEqual(one);
});

it('shows sealed ballots to delegates and auditors once the round is closed', async () => {
  await Promise.all(worlds.map((world) => world.change('facilitator', 'round.close', 'sealed', {})));
  const questions = questionsOf('sealed', await sizeOf('sealed'));
  for (const who of ['facilitator', OTHER, 'auditor'])
    expect(await differenceFor(who, questions)).not.toBeNull();
  const observed = questions.filter(({ path }) => path.includes('ballot') || path.includes('bundle'));
  for (const who of ['observer', null, 'admin', 'stranger'])
    expect(await differenceFor(who, observed)).toBeNull();
});

it('keeps private ballots after the close from everyone else, and after the conclusion from all but auditors', async () => {
  await Promise.all(worlds.map((world) => world.change('facilitator', 'round.close', 'private', {})));
  const closed = [...questionsOf('private', await sizeOf('private')), ...pagesOf('private')];
  for (const who of OTHERS) expect(await differenceFor(who, closed)).toBeNull();

  const end = { profile: null, reason: 'Nothing clears.' };
  await Promise.all(
    worlds.map((world) => world.change('facilitator', 'negotiation.conclude', 'private', end)),
  );
  const concluded = questionsOf('private', await sizeOf('private'));
  for (const who of OTHERS) {
    const difference = await differenceFor(who, concluded);
    if (who === 'auditor') expect(difference).not.toBeNull();
    else expect(difference).toBeNull();
  }
});
