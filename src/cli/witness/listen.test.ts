import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signCheckpoint } from '@/ledger/checkpoint';
import { cosignedAt, witnessKeyOf } from '@/ledger/cosignature';
import { utf8 } from '@/ledger/hash';
import { parseNote, signingKey } from '@/ledger/note';
import { leafHash, nodeHash } from '@/ledger/tree';
import { formatAddCheckpoint } from '@/ledger/witness';
import { WitnessJudge } from './judge';
import { KeptTrees } from './kept-trees';
import { witnessServer } from './listen';

/** The witness over HTTP: real sockets, a real folder. */
const LOG = signingKey('parley.example/parley/tea', new Uint8Array(32).fill(7));
const WITNESS = signingKey('witness.example/w1', new Uint8Array(32).fill(1));
const folder = mkdtempSync(path.join(tmpdir(), 'parley-witness-'));
const told: string[] = [];

let close: () => void;
let url = '';
beforeAll(async () => {
  const judge = new WitnessJudge(WITNESS, [LOG], await KeptTrees.open(folder));
  const server = witnessServer(judge, (line) => told.push(line));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('listens at no port');
  url = `http://127.0.0.1:${address.port}/add-checkpoint`;
  close = () => {
    server.close();
    server.closeAllConnections();
  };
});
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

const [a, b, c] = ['a', 'b', 'c'].map((text) => leafHash(utf8(text)));
if (a === undefined || b === undefined || c === undefined) throw new Error('three leaves');
const checkpoint = (size: number, root: Uint8Array) => signCheckpoint({ origin: LOG.name, size, root }, LOG);
const post = (body: string) => fetch(url, { method: 'POST', body });

it('cosigns, and answers a fork of the size that it knows with 409 and that size', async () => {
  const first = checkpoint(2, nodeHash(a, b));
  const cosigned = await post(formatAddCheckpoint({ old: 0, proof: [], checkpoint: first }));
  expect(cosigned.status).toBe(200);
  const note = parseNote(first + (await cosigned.text()));
  expect(note && cosignedAt(note, witnessKeyOf(WITNESS))).toBeGreaterThan(0);

  const fork = checkpoint(2, nodeHash(a, c));
  const refused = await post(formatAddCheckpoint({ old: 2, proof: [], checkpoint: fork }));
  expect(refused.status).toBe(409);
  expect(refused.headers.get('content-type')).toBe('text/x.tlog.size');
  expect(await refused.text()).toBe('2\n');
  expect(told.at(-1)).toContain('A FORK');
  // What it knows is what it was: the true one is cosigned again.
  expect((await post(formatAddCheckpoint({ old: 2, proof: [], checkpoint: first }))).status).toBe(200);
});

it('takes POST alone', async () => {
  const answer = await fetch(url);
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('POST');
  expect((await fetch(new URL('/elsewhere', url), { method: 'POST', body: 'x' })).status).toBe(404);
});

it('takes 64 KiB and not a byte more, and closes the connection on which more came', async () => {
  expect((await post('x'.repeat(65_536))).status).toBe(400);
  const answer = await post('x'.repeat(65_537));
  expect(answer.status).toBe(413);
  expect(answer.headers.get('connection')).toBe('close');
  expect((await post('nonsense')).status).toBe(400);
});
