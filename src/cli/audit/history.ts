import { type Deed, historyOf } from '@/audit/history';
import { complain, DONE } from '../outcome';
import { Progress } from './progress';
import { notFollowed, withLines } from './read-bundle';
import { flipLine, placeLine, scoreLine, UNVERIFIED, wordText } from './tell';

/** `parley history BUNDLE --stakeholder ID`: each ballot, what it moved, which verdict flipped. */
export async function history(bundle: string, stakeholder: string, json: boolean): Promise<number> {
  const progress = new Progress('reading');
  const outcome = await withLines(bundle, (lines) => historyOf(lines, stakeholder, progress.at));
  progress.end();
  if (outcome.kind === 'unknown') return complain([`${bundle}: the log knows no stakeholder ${stakeholder}`]);
  if (outcome.kind !== 'history') return notFollowed(bundle, outcome);
  const { deeds } = outcome;
  process.stdout.write(
    json
      ? `${JSON.stringify({ format: 'parley-history/1', stakeholder, deeds })}\n`
      : [
          `${stakeholder}: ${deeds.length === 0 ? 'no ballot and no acknowledgement' : deeds.length} in the log`,
          ...deeds.flatMap(lines),
          UNVERIFIED,
          '',
        ].join('\n'),
  );
  return DONE;
}

function lines(deed: Deed): string[] {
  return [
    placeLine(deed),
    `  ${wordText(deed.word)}`,
    ...deed.scores.map((change) => `  ${scoreLine(change)}`),
    ...deed.flips.map((flip) => `  verdict of ${flipLine(flip)}`),
  ];
}
