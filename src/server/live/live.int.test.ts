import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { negotiationScopeIn } from '../auth/scope';
import { endAllSessions } from '../db/sessions';
import type { Store } from '../db/store';
import { computeHere } from '../jobs/compute';
import type { LogWorker } from '../jobs/log-worker';
import { standingWorker } from '../jobs/standing-worker';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { callerFor, exampleFile, people, playedNegotiation } from '../testing/negotiation';
import { liveStanding, tellLive } from '../use-cases/standing/live';
import { Hub } from './hub';
import type { LiveEnd, LiveMessage } from './telling';

const LOG = 'live';

let database: TestDatabase;
/** One server takes ballots and computes, the other holds the streams. */
let casting: Store;
let streaming: Store;
let hub: Hub;
let worker: LogWorker;
const ends: AbortController[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  casting = database.open();
  streaming = database.open();
  await playedNegotiation(casting, LOG, exampleFile('frontier-training'));
  hub = new Hub(streaming);
  worker = standingWorker(casting, computeHere);
  await hub.start();
  await worker.start();
});
afterAll(async () => {
  for (const end of ends) end.abort();
  await hub.close();
  await worker.stop();
  await database.drop();
});

async function open(key: string, after: number | null) {
  const session = await people(streaming)(key);
  const scope = await negotiationScopeIn(streaming, session, 'standing.live', LOG);
  if (!scope.ok) throw new Error(scope.error.message.text);
  const end = new AbortController();
  ends.push(end);
  return { session, end, stream: liveStanding(scope.value, hub, after, end.signal) };
}

type Stream = Awaited<ReturnType<typeof open>>['stream'];

async function message(stream: Stream): Promise<LiveMessage> {
  const next = await stream.next();
  if (next.done === true) throw new Error(`the stream ended: ${next.value}`);
  return next.value;
}

async function upTo(stream: Stream, position: number): Promise<LiveMessage[]> {
  const messages: LiveMessage[] = [];
  while ((messages.at(-1)?.position ?? -1) < position) messages.push(await message(stream));
  return messages;
}

async function cast(best: number): Promise<number> {
  const delegate = callerFor(casting, await people(casting)('lab-aurora'));
  const scores = { race: best, 'verified-pause': 100 - best, 'licensed-scaling': 100 - best };
  const ballot = {
    negotiation: LOG,
    stakeholder: 'lab-aurora',
    scores,
    idempotencyKey: `cast ${Math.random()}`,
  };
  return (await delegate.ballot.cast(ballot)).position;
}

describe('a live stream', () => {
  it('begins with where it stands, then tells of each new standing in order and what it changed', async () => {
    const { stream } = await open('auditor', null);
    const first = await message(stream);
    expect(first.changed).toEqual([]);
    const position = await cast(100);
    const messages = await upTo(stream, position);
    expect(messages.map((m) => m.position)).toEqual(
      [...messages.map((m) => m.position)].sort((a, b) => a - b),
    );
    const flipped = messages
      .flatMap((m) => m.changed)
      .filter(({ profile }) => profile === 'licensed-scaling');
    expect(flipped.map(({ from }) => from)).toContain('clears');
  });

  it('resumes from the last position that the reader got, and misses none in between', async () => {
    const first = await open('auditor', null);
    const start = (await message(first.stream)).position;
    first.end.abort();
    await first.stream.return('ended');
    // What happens while nobody listens: flips there and back, so that each matters.
    const positions: number[] = [];
    const witness = await open('observer', start);
    for (const best of [0, 100, 0]) {
      positions.push(await cast(best));
      await upTo(witness.stream, positions.at(-1) ?? 0);
    }
    const { rows } = await casting.pool.query<{ position: number }>(
      'SELECT position FROM standing_change WHERE log = $1 AND position > $2 ORDER BY position',
      [LOG, start],
    );
    const again = await open('auditor', start);
    const messages = await upTo(again.stream, positions.at(-1) ?? 0);
    expect(messages.map((m) => m.position)).toEqual(rows.map((row) => row.position));
    expect(messages.every((m) => m.changed.length > 0)).toBe(true);
  });

  it('tells a page that was made before the standing had followed, since it goes on from what it shows', async () => {
    await worker.stop();
    const position = await cast(64);
    const reader = callerFor(streaming, await people(streaming)('auditor'));
    const page = await reader.negotiation.get({ negotiation: LOG });
    expect(page.position).toBe(position);
    expect(page.standingPosition).toBeLessThan(position);
    const { stream } = await open('auditor', page.standingPosition);
    worker = standingWorker(casting, computeHere);
    await worker.start();
    expect((await upTo(stream, position)).at(-1)?.position).toBe(position);
    expect((await reader.negotiation.get({ negotiation: LOG })).standingPosition).toBe(position);
  });

  it('waits for who does not read, and tells them the rest once they do, in order and once', async () => {
    const scope = await negotiationScopeIn(
      streaming,
      await people(streaming)('auditor'),
      'standing.live',
      LOG,
    );
    if (!scope.ok) throw new Error(scope.error.message.text);
    const [heard, waiting, end] = [[] as number[], [] as (() => void)[], new AbortController()];
    const telling = tellLive(scope.value, hub, null, end.signal, {
      take: ({ position }) => {
        heard.push(position);
        return false;
      },
      drained: () => new Promise((resolve) => waiting.push(resolve)),
    });
    await expect.poll(() => heard.length).toBe(1);
    const witness = await open('observer', null);
    const positions: number[] = [];
    for (const best of [0, 100, 0]) {
      positions.push(await cast(best));
      await upTo(witness.stream, positions.at(-1) ?? 0);
    }
    expect(heard).toHaveLength(1);
    for (const position of positions) {
      waiting.shift()?.();
      await expect.poll(() => heard.at(-1)).toBe(position);
    }
    expect(heard.slice(1)).toEqual(positions);
    end.abort();
    waiting.shift()?.();
    expect(await telling).toBe('ended');
  });

  it('ends when its session does', async () => {
    const { session, stream } = await open('observer', null);
    await message(stream);
    const ending = stream.next();
    await endAllSessions(casting, session.user.id);
    const end: IteratorResult<LiveMessage, LiveEnd> = await ending;
    expect(end).toEqual({ done: true, value: 'signed-out' });
  });

  it('ends when the server stops', async () => {
    const other = new Hub(streaming);
    await other.start();
    const session = await people(streaming)('facilitator');
    const scope = await negotiationScopeIn(streaming, session, 'standing.live', LOG);
    if (!scope.ok) throw new Error('no scope');
    const stream = liveStanding(scope.value, other, null, new AbortController().signal);
    await message(stream);
    const ending = stream.next();
    await other.close();
    expect(await ending).toEqual({ done: true, value: 'closing' });
  });
});
