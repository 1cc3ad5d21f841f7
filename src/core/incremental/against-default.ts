import { STANCES } from '../model';
import type { Scores } from '../scores';
import { LEVEL } from '../stance';
import type { KeptAnswers } from './kept-answers';

/** How one stakeholder compares each profile with the default: all that the answers of `KeptAnswers` take of it. */
export interface AgainstDefault {
  readonly silent: boolean;
  readonly denominator: number;
  /** By profile: under how many stances it is preferred to the default, and the default to it. */
  readonly for: Uint8Array;
  readonly against: Uint8Array;
  /** By profile, then stance: numerators; NaN where undefined. */
  readonly gains: Float64Array;
}

/** O(m). */
export function againstDefault(scores: Scores, i: number, d: number): AgainstDefault {
  const m = scores.profiles;
  const [better, worse] = [new Uint8Array(m), new Uint8Array(m)];
  const gains = new Float64Array(m * STANCES.length);
  for (let x = 0; x < m; x++) {
    better[x] = scores.level(i, x, d);
    worse[x] = scores.level(i, d, x);
    STANCES.forEach((stance, s) => {
      gains[x * STANCES.length + s] = scores.gain(i, x, d, stance) ?? Number.NaN;
    });
  }
  const denominator = scores.denominator[i] ?? 1;
  return { silent: scores.silent[i] === 1, denominator, for: better, against: worse, gains };
}

/** Drops what is not as it was once a stakeholder compares otherwise. */
export function dropChanged(kept: KeptAnswers, before: AgainstDefault, now: AgainstDefault): void {
  for (let x = 0; x < now.for.length; x++) {
    STANCES.forEach((stance, s) => {
      const [was, is] = [before.for[x]! >= LEVEL[stance], now.for[x]! >= LEVEL[stance]];
      const [wasWorse, isWorse] = [before.against[x]! >= LEVEL[stance], now.against[x]! >= LEVEL[stance]];
      const at = x * STANCES.length + s;
      const sameGain = before.denominator === now.denominator && Object.is(before.gains[at], now.gains[at]);
      if (wasWorse !== isWorse) kept.worseOff.drop(x, stance);
      if (!sameGain) kept.criticalGain.drop(x, stance);
      if (was !== is) {
        kept.coalition.drop(x, stance);
        kept.criticalMembers.drop(x, stance);
        kept.resilience.drop(x, stance);
      }
      // Of a member the gap asks nothing but that it is one, of the others what joining would take.
      if (was !== is || before.silent !== now.silent || (!is && !sameGain)) kept.gap.drop(x, stance);
    });
  }
}
