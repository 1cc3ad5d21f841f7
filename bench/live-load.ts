import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { inProject } from '../scripts/project.mjs';
import { anyBallot, type Crowd } from './crowd';

const noted = z.object({ streams: z.array(z.array(z.tuple([z.number(), z.number()]))) });
const placed = z.object({ result: z.object({ data: z.object({ position: z.number() }) }) });

export interface Load {
  readonly url: string;
  readonly crowd: Crowd;
  /** By e-mail address. */
  readonly cookies: ReadonlyMap<string, string>;
  readonly streams: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** Where the streams' process leaves what it heard. */
  readonly file: string;
}

export interface Heard {
  readonly ballots: number;
  /** Milliseconds until a ballot was acknowledged, and from its sending until each stream had the message about it. */
  readonly acknowledged: Quantiles;
  readonly told: Quantiles;
  /** From the acknowledgement on. */
  readonly toldAfter: Quantiles;
  readonly messages: number;
  /** Messages that came twice, out of order or not at all, over all streams. */
  readonly astray: number;
}

interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

const now = () => performance.timeOrigin + performance.now();

/** Ballots at a steady rate over HTTP while a process of its own holds streams open. */
export async function measureLive(load: Load): Promise<Heard> {
  const { url, crowd, cookies, streams, file } = load;
  const input = encodeURIComponent(JSON.stringify({ negotiation: crowd.log }));
  const live = `${url}/api/trpc/standing.live?input=${input}`;
  const cookie = cookies.get(crowd.delegates[0]?.email ?? '') ?? '';
  const listening = spawn(
    process.execPath,
    [inProject('bench/live-streams.mjs'), live, cookie, String(streams), file],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  await once(listening.stdout, 'data');
  const cast = await castSteadily(load);
  await sleep(2_000);
  listening.stdin.write('enough\n');
  await once(listening, 'exit');
  return compare(cast, noted.parse(JSON.parse(readFileSync(file, 'utf8'))).streams);
}

interface Cast {
  readonly position: number;
  readonly sent: number;
  readonly answered: number;
}

async function castSteadily({ url, crowd, cookies, perSecond, seconds }: Load): Promise<readonly Cast[]> {
  const asked: Promise<Cast>[] = [];
  const began = now();
  for (let k = 0; k < perSecond * seconds; k++) {
    await sleep(Math.max(0, began + (1000 * k) / perSecond - now()));
    const { stakeholder, email } = crowd.delegates[k % crowd.delegates.length] ?? {
      stakeholder: '',
      email: '',
    };
    const body = JSON.stringify({
      negotiation: crowd.log,
      stakeholder,
      scores: anyBallot(crowd.profiles, Math.floor(began) + k),
      idempotencyKey: `crowd ${began} ${k}`,
    });
    asked.push(castOne(url, cookies.get(email) ?? '', body));
  }
  return Promise.all(asked);
}

async function castOne(url: string, cookie: string, body: string): Promise<Cast> {
  const sent = now();
  const answer = await fetch(`${url}/api/trpc/ballot.cast`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body,
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`ballot.cast: ${answer.status} ${text}`);
  return { position: placed.parse(JSON.parse(text)).result.data.position, sent, answered: now() };
}

/** A message tells of every position up to its own that none before it told of. */
function compare(cast: readonly Cast[], streams: readonly (readonly (readonly [number, number])[])[]): Heard {
  const [told, toldAfter]: [number[], number[]] = [[], []];
  const all = new Set(streams.flatMap((messages) => messages.map(([position]) => position)));
  let astray = 0;
  for (const messages of streams) {
    const first = messages[0]?.[0] ?? 0;
    const expected = [...all].filter((position) => position >= first).sort((a, b) => a - b);
    const came = messages.map(([position]) => position);
    astray += Math.abs(expected.length - came.length);
    astray += came.filter((position, k) => k > 0 && position <= (came[k - 1] ?? 0)).length;
    for (const { position, sent, answered } of cast) {
      const at = messages.find(([upTo]) => upTo >= position)?.[1] ?? Number.POSITIVE_INFINITY;
      told.push(at - sent);
      toldAfter.push(at - answered);
    }
  }
  return {
    ballots: cast.length,
    acknowledged: quantiles(cast.map(({ sent, answered }) => answered - sent)),
    told: quantiles(told),
    toldAfter: quantiles(toldAfter),
    messages: all.size,
    astray,
  };
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (part: number) => Math.round(10 * (sorted[Math.floor(part * (sorted.length - 1))] ?? 0)) / 10;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}
