import { readFileSync } from 'node:fs';
import { concat, utf8 } from '@/ledger/hash';
import { readNegotiationFile } from '@/negotiation/file/read';
import { bundleOfFile } from '../file-bundle';
import { type BundleBytes, openTimeline, type Timeline } from '../timeline';
import { KEY } from './bundles';

/** The bytes of a bundle's lines, in chunks that break lines apart. */
export function bytesOf(lines: readonly string[], chunk = 1000): BundleBytes {
  const all = concat(...lines.map((line) => utf8(`${line}\n`)));
  return async function* from(offset) {
    for (let start = offset; start < all.length; start += chunk) yield all.subarray(start, start + chunk);
  };
}

export async function timelineOf(lines: readonly string[]): Promise<Timeline> {
  const opened = await openTimeline(bytesOf(lines));
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened));
  return opened.timeline;
}

/** The lines of the demonstration's bundle, without line feeds. */
export function demoLines(): string[] {
  const read = readNegotiationFile(readFileSync('prisma/demo/frontier-training.json'));
  if (!read.ok) throw new Error('the demonstration cannot be read');
  let number = 0;
  const next = () => (number++).toString(16).padStart(64, '0');
  const made = bundleOfFile(read.file, { key: KEY, salt: next, pseudonym: () => `u_${next().slice(-8)}` });
  if (!made.ok) throw new Error(made.message);
  return [...made.lines].map((line) => line.slice(0, -1));
}
