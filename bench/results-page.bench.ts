import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { onDemoServer } from './demo-server';
import { largeFile } from './large-file';
import type { Benchmark, Row } from './measure';
import { signIn } from './signed-in';

const STAKEHOLDERS = 1_000;
const PROFILES = 64;
/** Looks at a page, one after the other. Before them the engine gets warm, and the standing that the round began with is stored. */
const LOOKS = 60;
const WARM = 25;
/** How long the first standing may take until it is given up on. */
const PATIENCE_MS = 120_000;

const created = z.object({ result: z.object({ data: z.object({ negotiation: z.string() }) }) });

class Reader {
  constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  async send(procedure: string, data: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/api/trpc/${procedure}`, {
      method: 'POST',
      headers: { cookie: this.cookie, origin: this.url, 'content-type': 'application/json' },
      body: JSON.stringify({ ...data, idempotencyKey: crypto.randomUUID() }),
    });
    if (answer.status !== 200) throw new Error(`${procedure}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** Milliseconds until the whole page has come, and its bytes before compression. */
  async look(path: string): Promise<{ readonly ms: number; readonly text: string }> {
    const began = performance.now();
    const answer = await fetch(this.url + path, { headers: { cookie: this.cookie } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
    return { ms: performance.now() - began, text };
  }
}

/** A negotiation as large as performance.md §3 asks for, with its first round open; its address. */
async function large(reader: Reader): Promise<string> {
  const file = largeFile(STAKEHOLDERS, PROFILES, 1);
  const setUp = { title: file.title, mode: 'open', public: false, succeeds: null };
  const { negotiation } = created.parse(await reader.send('negotiation.create', setUp)).result.data;
  await reader.send('negotiation.import', { negotiation, file });
  await reader.send('round.open', { negotiation, deadline: null });
  return `/n/${negotiation}`;
}

async function measured(reader: Reader, work: string, path: string, part: string): Promise<Row> {
  for (const began = performance.now(); !(await reader.look(path)).text.includes(part); await sleep(500)) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${path} has no ${part}`);
  }
  const runs: number[] = [];
  let bytes = 0;
  for (let turn = -WARM; turn < LOOKS; turn++) {
    const { ms, text } = await reader.look(path);
    bytes = text.length;
    if (turn >= 0) runs.push(ms);
  }
  const p95 = runs.toSorted((a, b) => a - b)[Math.ceil(0.95 * runs.length) - 1] ?? Number.NaN;
  return {
    work: `${work}, n = ${STAKEHOLDERS.toLocaleString('en')}, m = ${PROFILES}, warm`,
    ours: { name: 'over HTTP', runs },
    peer: null,
    note: `p95 ${p95.toFixed(0)} ms, below 100 asked; ${(bytes / 1e6).toFixed(1)} MB`,
  };
}

/** performance.md §3. Reader, server and database share this machine's cores; one reader, who asks for nothing at once. */
export const benchmark: Benchmark = () =>
  onDemoServer(
    async () => null,
    async (url) => {
      const reader = new Reader(url, await signIn(url, 'facilitator@demo.example', 'parley-demo'));
      const root = await large(reader);
      return [
        await measured(reader, 'the page of results', `${root}/results?basis=stated`, 'id="verdicts"'),
        await measured(reader, 'the overview', `${root}?basis=stated`, 'id="standing"'),
      ];
    },
  );
