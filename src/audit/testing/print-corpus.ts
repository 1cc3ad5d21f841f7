/**
 * Prints the corpus of a mode as JSON, for a verifier that runs elsewhere: `tsx src/audit/testing/print-corpus.ts open`.
 * Of what is signed anew, which carries the rest of its bundle along, of members beside the events and of bytes that are
 * not UTF-8, one in `SPARSE` of each kind, the first among them: the same cases each time.
 */
import { corpusOf, staged } from './whole-corpus';

const mode = (['open', 'sealed', 'private'] as const).find((name) => name === process.argv[2]) ?? 'open';
const from = staged(mode);

const SPARSE = 15;
const seen = new Map<string, number>();
const cases = [...corpusOf(from)].filter(({ kind }) => {
  const count = seen.get(kind) ?? 0;
  seen.set(kind, count + 1);
  return count % SPARSE === 0 || !/^(signed anew|beside|not UTF-8)/.test(kind);
});
process.stdout.write(JSON.stringify({ lines: from.sound.lines, at: from.sound.at, cases }));
