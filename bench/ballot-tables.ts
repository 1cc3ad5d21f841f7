import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { Float64, RecordBatchStreamWriter, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { randomNumbers } from './random-numbers';

/** A negotiation of n stakeholders and m profiles, written to disk in pieces: its file, and its ballots in a format. */
export interface Size {
  readonly n: number;
  readonly m: number;
}

const AT = '2026-11-02T12:00:00.000Z';

/** The file, with whatever stands under `ballots` written by `inside`. */
export async function writeFile(path: string, { n, m }: Size, inside: Iterable<string> = []): Promise<void> {
  const random = randomNumbers(20261129);
  const whole = (bound: number) => Math.floor(random() * bound);
  const profiles = Array.from({ length: m }, (_, x) => ({
    id: `profile-${x}`,
    title: `Profile ${x}`,
    ...(x === 0 && { default: true }),
  }));
  const rule = {
    allOf: [{ quota: { dimension: 'compute', moreThan: '1/2' } }, { members: { atLeast: '1/2' } }],
  };
  const head = {
    format: 'parley-negotiation/1',
    title: `${n} stakeholders`,
    dimensions: [{ id: 'compute', label: 'Compute' }],
    rule,
    profiles,
  };
  function* text() {
    yield `${JSON.stringify(head).slice(0, -1)},"stakeholders":[`;
    for (let i = 0; i < n; i++) {
      const weights = { compute: whole(1000) };
      const each = { id: `stakeholder-${i}`, name: `Stakeholder ${i}`, kind: 'other', weights };
      yield `${i > 0 ? ',' : ''}${JSON.stringify(each)}`;
    }
    yield '],"ballots":[';
    let first = true;
    for (const ballot of inside) {
      yield first ? ballot : `,${ballot}`;
      first = false;
    }
    yield ']}';
  }
  await write(path, text());
}

/** Each ballot as numbers: who, and low, best and high by profile, in hundredths. Every 20th is silent. */
function* ballotsOf({ n, m }: Size): Generator<{ readonly i: number; readonly ends: Int32Array }> {
  const random = randomNumbers(7);
  const whole = (bound: number) => Math.floor(random() * bound);
  const worth = Array.from({ length: m }, () => 2000 + whole(6000));
  const ends = new Int32Array(3 * m);
  for (let i = 0; i < n; i++) {
    if (i % 20 === 19) continue;
    const temper = (whole(3) - 1) * 1200;
    for (let x = 0; x < m; x++) {
      const centre = Math.min(9000, Math.max(1000, (worth[x] ?? 0) + temper + whole(3000) - 1500));
      const width = whole(1000);
      ends[3 * x] = centre - width;
      ends[3 * x + 1] = centre;
      ends[3 * x + 2] = centre + width;
    }
    yield { i, ends };
  }
}

export function* ndjsonLines(size: Size): Generator<string> {
  for (const { i, ends } of ballotsOf(size)) {
    let line = `{"stakeholder":"stakeholder-${i}","at":"${AT}","scores":{`;
    for (let x = 0; x < size.m; x++) {
      const [low, best, high] = [ends[3 * x]! / 100, ends[3 * x + 1]! / 100, ends[3 * x + 2]! / 100];
      line += `${x > 0 ? ',' : ''}"profile-${x}":[${low},${best},${high}]`;
    }
    yield `${line}}}`;
  }
}

export function* csvLines(size: Size): Generator<string> {
  const columns = Array.from({ length: size.m }, (_, x) =>
    ['low', 'best', 'high'].map((end) => `profile-${x}:${end}`),
  );
  yield ['stakeholder', 'at', ...columns.flat()].join(',');
  for (const { i, ends } of ballotsOf(size)) {
    let line = `stakeholder-${i},${AT}`;
    for (const end of ends) line += `,${end / 100}`;
    yield line;
  }
}

export function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  function* ended() {
    for (const line of lines) yield `${line}\n`;
  }
  return write(path, ended());
}

/** Arrow's stream form, in batches of 8,192 rows. */
export async function writeArrow(path: string, size: Size): Promise<void> {
  const writer = new RecordBatchStreamWriter();
  const written = pipeline(writer, createWriteStream(path));
  let rows: { readonly i: number; readonly ends: Int32Array }[] = [];
  const flush = async () => {
    for (const batch of tableOf(rows, size.m).batches) writer.write(batch);
    rows = [];
    await setImmediate();
  };
  for (const { i, ends } of ballotsOf(size)) {
    if (rows.push({ i, ends: ends.slice() }) === 8192) await flush();
  }
  await flush();
  writer.close();
  await written;
}

function tableOf(rows: readonly { readonly i: number; readonly ends: Int32Array }[], m: number): Table {
  const ends = Array.from({ length: 3 * m }, (_, k) => {
    const points = rows.map((row) => row.ends[k]! / 100);
    return [
      `profile-${Math.floor(k / 3)}:${['low', 'best', 'high'][k % 3]}`,
      vectorFromArray(points, new Float64()),
    ] as const;
  });
  return new Table({
    stakeholder: vectorFromArray(
      rows.map(({ i }) => `stakeholder-${i}`),
      new Utf8(),
    ),
    at: vectorFromArray(
      rows.map(() => AT),
      new Utf8(),
    ),
    ...Object.fromEntries(ends),
  });
}

async function write(path: string, parts: Iterable<string>): Promise<void> {
  const out = createWriteStream(path);
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < 1_000_000) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
}
