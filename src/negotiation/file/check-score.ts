import { type Check, type Faults, wrong } from './check';
import { number } from './check-scalars';
import type { ScoreEntry } from './model';

type Numbers = readonly [low: number, best: number, high: number];

/** low ≤ best ≤ high, each taken through `part`. */
function triple(part: Check<number>): Check<Numbers> {
  return (value, faults) => {
    if (!Array.isArray(value)) return wrong(value, 'a list of low, best, high', faults);
    if (value.length !== 3) return faults.add(`a list of ${value.length} is not one of low, best, high`);
    const low = faults.within(0, value[0], part);
    const best = faults.within(1, value[1], part);
    const high = faults.within(2, value[2], part);
    if (low === undefined || best === undefined || high === undefined) return undefined;
    if (low > best) return faults.add(`low ${low} is above best ${best}`);
    if (best > high) return faults.add(`best ${best} is above high ${high}`);
    return [low, best, high];
  };
}

const points = number(0, 100, 2);
const pointsTriple = triple(points);

/** A score of aggregation.md §1: a number of points from 0 to 100 with at most two decimals, or a triple of such. */
export const scoreEntry: Check<ScoreEntry> = (value: unknown, faults: Faults) =>
  Array.isArray(value) ? pointsTriple(value, faults) : points(value, faults);

/** How a threat changes against the default (§5): a triple of integers from −3 to +3. */
export const change: Check<Numbers> = triple(number(-3, 3, 0));
