import { Faults, run } from './check';
import { type BallotFrame, ballotBody } from './check-ballot';
import { scoreEntry } from './check-score';
import type { BallotBody, Fault, ScoreEntry } from './model';

/**
 * The checks of the file's parts on their own, for whoever is given one part (the platform: one ballot, one
 * score). `path` is where the part stands in what its giver sent; faults are worded as those of a whole file.
 */

type Refused = { readonly ok: false; readonly faults: readonly Fault[] };

/** A ballot's body against the profiles and criteria of its negotiation (negotiation-file.md, "ballots"). */
export function validateBallotBody(
  value: unknown,
  frame: BallotFrame,
  path = '',
): { readonly ok: true; readonly ballot: BallotBody } | Refused {
  const outcome = run(ballotBody(frame), value, new Faults(path));
  return outcome.ok ? { ok: true, ballot: outcome.value } : outcome;
}

/** One score: points, or low, best and high (§1). */
export function validateScoreEntry(
  value: unknown,
  path = '',
): { readonly ok: true; readonly score: ScoreEntry } | Refused {
  const outcome = run(scoreEntry, value, new Faults(path));
  return outcome.ok ? { ok: true, score: outcome.value } : outcome;
}
