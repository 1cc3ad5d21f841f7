import { countedBallots } from './basis';
import { BasisState } from './basis-state';
import { type Candidate, canonical, totalShift } from './covering/candidates';
import type { Choice } from './covering/cover';
import { leaving } from './covering/cover-tree';
import { frame as frameOf } from './frame';
import { best, joinersFor, numbers, type SidesFound } from './gap';
import { type Basis, type Negotiation, type Points, STANCES, type Stance } from './model';
import { pointsText, rational, text } from './rational';
import { GAIN_ENDS } from './stance';
import { type Standing, standing } from './standing';

/** Somebody who changes sides between a profile and the default, all in points. */
export interface Turn {
  readonly stakeholder: string;
  /** Its gain (§4) under the stance as it is. */
  readonly gain: Points;
  /** What the gain must rise by to reach a hundredth of a point, or fall by to reach 0. */
  readonly shift: Points;
  /** The two scores whose difference the gain is: low and high under `necessary`, best and best, high and low. */
  readonly score: Points;
  readonly scoreOfDefault: Points;
}

export interface Change {
  /** In the file's order. */
  readonly turns: readonly Turn[];
  readonly shift: Points;
  /** Whether it was shown that no change is less. */
  readonly proven: boolean;
}

/** The least changes that turn A_x(C^s(x, d)), by either measure: `null` where nobody's turning suffices. */
export interface Flip {
  readonly stance: Stance;
  /** The fewest stakeholders; among those the least total shift. */
  readonly fewest: Change | null;
  /** The least total shift; among those the fewest stakeholders. */
  readonly leastShift: Change | null;
}

/** What would flip a profile's verdict (docs/decisions: the least change that flips a verdict). */
export interface ProfileFlips {
  readonly profile: string;
  /** Under the strongest stance whose supporters suffice, whose leaving costs the profile its verdict; `null`: out of reach. */
  readonly falls: Flip | null;
  /** Whose joining lifts it over the bar under the stance; `null` where it is over it. */
  readonly joins: { readonly necessary: Flip | null; readonly expected: Flip | null };
}

/**
 * The least changes that flip verdicts, on a basis, found profile by profile as they are asked for. The searches are those
 * of the gap and of resilience, each with their fixed budget of steps: the same negotiation gives the same answer (§8).
 * Some milliseconds a profile at n = 30 to 400.
 */
export class LeastChanges {
  private readonly now: Standing;

  constructor(negotiation: Negotiation, basis: Basis) {
    const frame = frameOf(negotiation);
    const state = new BasisState(frame, countedBallots(negotiation, basis));
    this.now = standing(frame, state.scores, state.tallies());
  }

  /** Of the profile with this index; not of the default, which no coalition is asked to prefer to itself. */
  of(x: number): ProfileFlips {
    const { now } = this;
    const { profiles, default: d } = now.frame;
    const holds = STANCES.find((stance) => now.adequate(x, d, stance));
    const joins = (stance: Stance) =>
      now.adequate(x, d, stance) ? null : flip(now, x, stance, joinersFor(now, x, stance));
    return {
      profile: profiles[x]!.id,
      falls: holds === undefined ? null : flip(now, x, holds, leaversFor(now, x, holds)),
      joins: { necessary: joins('necessary'), expected: joins('expected') },
    };
  }
}

/** Those of every profile but the default, in the file's order. */
export function leastChanges(negotiation: Negotiation, basis: Basis): readonly ProfileFlips[] {
  const found = new LeastChanges(negotiation, basis);
  return negotiation.profiles.flatMap(({ isDefault }, x) => (isDefault ? [] : [found.of(x)]));
}

/** Whose leaving C^s(x, d) makes A_x fail, where it holds. Everyone's does: the empty coalition is not adequate. */
function leaversFor({ frame, scores, support }: Standing, x: number, stance: Stance): SidesFound {
  const members = support[x]!.members(stance).map((stakeholder): Candidate => {
    const gain = scores.gain(stakeholder, x, frame.default, stance);
    if (gain === null) throw new Error('a member of a coalition has no gain');
    return { stakeholder, shift: gain, denominator: scores.denominator[stakeholder]! };
  });
  const candidates = canonical(frame, members);
  const tree = leaving(frame.rules[x]!, support[x]!.coalition(stance), numbers(frame, candidates));
  return { candidates, ...best(frame, candidates, tree) };
}

function flip(now: Standing, x: number, stance: Stance, { candidates, shift, count }: SidesFound): Flip {
  const change = (found: Choice | null): Change | null => {
    if (found === null) return null;
    const { num, den } = totalShift(candidates, found.chosen);
    return {
      turns: found.chosen
        .map((candidate) => candidates[candidate]!)
        .sort((a, b) => a.stakeholder - b.stakeholder)
        .map((candidate) => turn(now, x, stance, candidate)),
      shift: text(rational(num, den * 100n)),
      proven: found.proven,
    };
  };
  return { stance, fewest: change(count), leastShift: change(shift) };
}

function turn({ frame, scores }: Standing, x: number, stance: Stance, candidate: Candidate): Turn {
  const { stakeholder, shift, denominator } = candidate;
  const { own, ofDefault } = GAIN_ENDS[stance];
  const row = stakeholder * scores.profiles;
  const [score, scoreOfDefault] = [scores[own][row + x]!, scores[ofDefault][row + frame.default]!];
  return {
    stakeholder: frame.stakeholders[stakeholder]!.id,
    gain: pointsText(score - scoreOfDefault, denominator),
    shift: pointsText(shift, denominator),
    score: pointsText(score, denominator),
    scoreOfDefault: pointsText(scoreOfDefault, denominator),
  };
}
