import type { Frame } from './frame';
import { Levels } from './levels';
import { type ByStance, STANCES, type Stance } from './model';
import { satisfies } from './rule';
import type { Scores } from './scores';
import { byStance } from './stance';
import { PairCoalition } from './tally/pair-coalition';
import type { PairTallies } from './tally/pair-tallies';

/** Where a negotiation stands on one basis: what every rule of §4 is asked of. */
export interface Standing {
  readonly frame: Frame;
  readonly scores: Scores;
  readonly tallies: PairTallies;
  /** Whether A_x(C^s(x, y)). */
  adequate(x: number, y: number, stance: Stance): boolean;
  /** Who strictly prefers x to the default, by level. */
  readonly support: readonly Levels[];
  /** Whether A holds of those that have spoken: the quorum of the heard. */
  readonly quorum: boolean;
  /** How many have spoken. */
  readonly heard: number;
}

export function standing(frame: Frame, scores: Scores, tallies: PairTallies): Standing {
  const m = frame.profiles.length;
  const pairs: ByStance<Uint8Array> = byStance(() => new Uint8Array(m * m));
  for (const stance of STANCES) {
    const coalition = new PairCoalition(tallies, scores, stance);
    for (let x = 0; x < m; x++) {
      for (let y = 0; y < m; y++) {
        const holds = x !== y && satisfies(frame.rules[x]!, coalition.of(x, y));
        pairs[stance][x * m + y] = holds ? 1 : 0;
      }
    }
  }
  const spoken = new Levels(
    scores.silent.map((silent) => (silent === 1 ? 0 : 3)),
    frame.stakeholders,
    frame.dimensions.length,
  ).coalition('necessary');
  return {
    frame,
    scores,
    tallies,
    adequate: (x, y, stance) => pairs[stance][x * m + y] === 1,
    support: frame.profiles.map((_, x) => levelsOver(frame, scores, x, frame.default)),
    quorum: satisfies(frame.rule, spoken),
    heard: spoken.count,
  };
}

/** Who strictly prefers x to y, by level: O(n). */
export function levelsOver(frame: Frame, scores: Scores, x: number, y: number): Levels {
  const level = new Uint8Array(scores.stakeholders);
  for (let i = 0; i < level.length; i++) level[i] = scores.level(i, x, y);
  return new Levels(level, frame.stakeholders, frame.dimensions.length);
}
