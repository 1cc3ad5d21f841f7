import { memberSet } from './coalition';
import { bothObjectives } from './covering/both-objectives';
import { STEPS } from './covering/budget';
import { type Candidate, canonical, coverOf, totalShift } from './covering/candidates';
import type { Choice } from './covering/cover';
import { joining } from './covering/cover-tree';
import type { Stance } from './model';
import { type Rational, rational } from './rational';
import { satisfies } from './rule';
import type { Standing } from './standing';

export interface JoinersFound {
  /** Stakeholders, ascending. */
  readonly joiners: readonly number[];
  /** In points. */
  readonly shift: Rational;
  readonly proven: boolean;
}

export interface GapFound {
  readonly leastShift: JoinersFound | null;
  readonly fewestJoiners: JoinersFound | null;
  readonly silentSuffice: boolean;
}

/** The gap of x to the bar (§4); `null` where x clears it under the stance. */
export function gap(standing: Standing, x: number, stance: 'necessary' | 'expected'): GapFound | null {
  const { frame, support, scores, adequate } = standing;
  if (adequate(x, frame.default, stance)) return null;
  const rule = frame.rules[x]!;
  const joiners = canonical(frame, shifts(standing, x, stance));
  const number = new Int32Array(frame.stakeholders.length).fill(-1);
  joiners.forEach(({ stakeholder }, candidate) => {
    number[stakeholder] = candidate;
  });
  const tree = joining(rule, support[x]!.coalition(stance), number);
  const cover = coverOf(frame, joiners);
  const everyone = joiners.map((_, candidate) => candidate);
  const { shift, count } = bothObjectives(cover, tree, everyone, STEPS);
  const members = memberSet(frame.stakeholders, frame.dimensions.length, support[x]!.members(stance));
  scores.silent.forEach((silent, i) => {
    if (silent === 1) members.add(i);
  });
  return {
    leastShift: named(joiners, shift),
    fewestJoiners: named(joiners, count),
    silentSuffice: satisfies(rule, members),
  };
}

/** The non-members whose gain is defined, with what it must rise by to reach a hundredth of a point. */
function shifts({ frame, support, scores }: Standing, x: number, stance: Stance): Candidate[] {
  const candidates: Candidate[] = [];
  for (let stakeholder = 0; stakeholder < scores.stakeholders; stakeholder++) {
    if (support[x]!.has(stakeholder, stance)) continue;
    const gain = scores.gain(stakeholder, x, frame.default, stance);
    if (gain === null) continue;
    const denominator = scores.denominator[stakeholder]!;
    candidates.push({ stakeholder, shift: denominator - gain, denominator });
  }
  return candidates;
}

function named(joiners: readonly Candidate[], found: Choice | null): JoinersFound | null {
  if (found === null) return null;
  const { num, den } = totalShift(joiners, found.chosen);
  return {
    joiners: found.chosen.map((candidate) => joiners[candidate]!.stakeholder).sort((a, b) => a - b),
    shift: rational(num, den * 100n),
    proven: found.proven,
  };
}
