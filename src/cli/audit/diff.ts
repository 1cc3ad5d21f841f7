import { type Diff, diffBundle } from '@/audit/diff';
import { DONE } from '../outcome';
import { Progress } from './progress';
import { notFollowed, withLines } from './read-bundle';
import { flipLine, placeLine, scoreLine, UNVERIFIED, wordText } from './tell';

/** `parley diff BUNDLE A B` (ledger.md §4). */
export async function diff(bundle: string, from: number, to: number, json: boolean): Promise<number> {
  const progress = new Progress('reading');
  const outcome = await withLines(bundle, (lines) => diffBundle(lines, from, to, progress.at));
  progress.end();
  if (outcome.kind !== 'diff') return notFollowed(bundle, outcome);
  const { kind: _kind, ...rest } = outcome;
  process.stdout.write(json ? `${JSON.stringify({ format: 'parley-diff/1', ...rest })}\n` : asText(outcome));
  return DONE;
}

function asText({ from, to, events, moved, flipped }: Diff): string {
  const counts = Object.entries(events).map(([type, count]) => `${count} ${type}`);
  return [
    `From position ${from} to position ${to}: ${counts.length === 0 ? 'no event' : counts.join(', ')}`,
    moved.length === 0 ? 'Nobody moved a score.' : 'Scores moved:',
    ...moved.flatMap((move) => [
      `  ${move.stakeholder}: ${wordText(move.from)} → ${wordText(move.to)}`,
      ...move.scores.map((change) => `    ${scoreLine(change)}`),
    ]),
    flipped.length === 0 ? 'No verdict flipped.' : 'Verdicts flipped:',
    ...flipped.flatMap((place) => [
      `  ${placeLine(place)}`,
      ...place.flips.map((flip) => `    ${flipLine(flip)}`),
    ]),
    UNVERIFIED,
    '',
  ].join('\n');
}
