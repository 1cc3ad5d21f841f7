import { memberSet } from './coalition';
import { bothObjectives } from './covering/both-objectives';
import { STEPS } from './covering/budget';
import { type Candidate, canonical, coverOf, totalShift } from './covering/candidates';
import type { Choice } from './covering/cover';
import { joining, type Residual } from './covering/cover-tree';
import type { Frame } from './frame';
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
  const { candidates, shift, count } = joinersFor(standing, x, stance);
  const members = memberSet(frame.stakeholders, frame.dimensions.length, support[x]!.members(stance));
  scores.silent.forEach((silent, i) => {
    if (silent === 1) members.add(i);
  });
  return {
    leastShift: named(candidates, shift),
    fewestJoiners: named(candidates, count),
    silentSuffice: satisfies(frame.rules[x]!, members),
  };
}

/** Who could change sides, in canonical order, and the best sets of them; `null` where all together do not suffice. */
export interface SidesFound {
  readonly candidates: readonly Candidate[];
  readonly shift: Choice | null;
  readonly count: Choice | null;
}

/** Whose joining C^s(x, d) makes A_x hold, where it does not. */
export function joinersFor(standing: Standing, x: number, stance: Stance): SidesFound {
  const { frame, support } = standing;
  const candidates = canonical(frame, shifts(standing, x, stance));
  const tree = joining(frame.rules[x]!, support[x]!.coalition(stance), numbers(frame, candidates));
  return { candidates, ...best(frame, candidates, tree) };
}

/** The number of each stakeholder among the candidates, −1 where it is none. */
export function numbers(frame: Frame, candidates: readonly Candidate[]): Int32Array {
  const number = new Int32Array(frame.stakeholders.length).fill(-1);
  candidates.forEach(({ stakeholder }, candidate) => {
    number[stakeholder] = candidate;
  });
  return number;
}

/** The best sets of candidates by either objective. */
export function best(frame: Frame, candidates: readonly Candidate[], tree: Residual) {
  const everyone = candidates.map((_, candidate) => candidate);
  return bothObjectives(coverOf(frame, candidates), tree, everyone, STEPS);
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
