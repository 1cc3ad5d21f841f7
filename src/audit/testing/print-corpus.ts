/** Prints the corpus of a mode as JSON, for a verifier that runs elsewhere: `tsx src/audit/testing/print-corpus.ts open`. */
import { corpusOf, staged } from './whole-corpus';

const mode = (['open', 'sealed', 'private'] as const).find((name) => name === process.argv[2]) ?? 'open';
const from = staged(mode);
process.stdout.write(
  JSON.stringify({ lines: from.sound.lines, at: from.sound.at, cases: [...corpusOf(from)] }),
);
