import type { Stance } from '../model';
import { compare, type Fraction, minus } from './oracle-fraction';
import type { Score } from './oracle-scores';

export const DUAL: Readonly<Record<Stance, Stance>> = {
  necessary: 'possible',
  expected: 'expected',
  possible: 'necessary',
};

/** The table of §3, between scores of two different profiles. */
export function strictly(stance: Stance, x: Score, y: Score): boolean {
  switch (stance) {
    case 'necessary':
      return compare(x.low, y.high) > 0;
    case 'expected':
      return x.best !== null && y.best !== null && compare(x.best, y.best) > 0;
    case 'possible':
      return compare(x.high, y.low) > 0;
  }
}

export function weakly(stance: Stance, x: Score, y: Score): boolean {
  switch (stance) {
    case 'necessary':
      return compare(x.low, y.high) >= 0;
    case 'expected':
      return (
        (x.best !== null && y.best !== null && compare(x.best, y.best) >= 0) || weakly('necessary', x, y)
      );
    case 'possible':
      return compare(x.high, y.low) >= 0;
  }
}

/** The gain of x over d (§4, "Critical gain"); `null`: undefined. */
export function gain(stance: Stance, x: Score, d: Score): Fraction | null {
  switch (stance) {
    case 'necessary':
      return minus(x.low, d.high);
    case 'expected':
      return x.best === null || d.best === null ? null : minus(x.best, d.best);
    case 'possible':
      return minus(x.high, d.low);
  }
}
