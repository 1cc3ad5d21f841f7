import { countedBallots } from '@/core/basis';
import { Scores, UNDEFINED } from '@/core/scores';
import { decimalText, fractionOf } from '../explain/exact-text';
import type { NegotiationFile } from '../file/model';
import { toNegotiation } from '../file/to-negotiation';

type Points = readonly [low: number, best: number, high: number];

/**
 * What a stakeholder's ballot in a sandbox comes to by profile, in points with at most two decimals, for reading and
 * editing: weighted criteria are rounded. Profiles of which nothing is said are not there.
 */
export function scoresIn(file: NegotiationFile, stakeholder: string): ReadonlyMap<string, Points> {
  const i = file.stakeholders.findIndex(({ id }) => id === stakeholder);
  if (i < 0) return new Map();
  const scores = new Scores([countedBallots(toNegotiation(file), 'stated')[i] ?? null], file.profiles.length);
  const over = scores.denominator[0] ?? 1;
  const points = (numerator: number) =>
    Number(decimalText(fractionOf(`${numerator}/${over * 100}`), 2, []).replace('…', ''));
  return new Map(
    file.profiles.flatMap(({ id }, x): [string, Points][] => {
      const [low = 0, best = UNDEFINED, high = 0] = [scores.low[x], scores.best[x], scores.high[x]];
      return best === UNDEFINED ? [] : [[id, [points(low), points(best), points(high)]]];
    }),
  );
}

/** Whether the file has a ballot of the stakeholder that says something. */
export function hasBallot({ ballots = [] }: NegotiationFile, stakeholder: string): boolean {
  return ballots.some((ballot) => ballot.stakeholder === stakeholder && !('abstain' in ballot));
}
