import type { Points } from '@/core/model';
import { pointsText } from '@/core/rational';
import type { Openings } from '@/negotiation/decide/decision';
import type { BallotBody, ScoreEntry } from '@/negotiation/file/model';
import { hundredths } from '@/negotiation/file/to-negotiation';
import { type NegotiationState, own } from '@/negotiation/state';

/** low, best and high, exact, in points: `"25/2"`. */
export type Score = readonly [low: Points, best: Points, high: Points];
export type Scores = Readonly<Record<string, Score>>;

/** The newest word of a stakeholder. */
export type Word =
  | { readonly kind: 'none' }
  | { readonly kind: 'sealed' | 'abstained'; readonly position: number }
  | { readonly kind: 'scores'; readonly position: number; readonly scores: Scores };

/** What changed of one profile's score; `null` where the ballot does not cover it, or cannot be read. */
export interface ScoreChange {
  readonly profile: string;
  readonly from: Score | null;
  readonly to: Score | null;
}

export function wordOf(state: NegotiationState, stakeholder: string, openings: Openings): Word {
  const vote = own(state.votes, stakeholder);
  if (vote === undefined) return { kind: 'none' };
  const { position } = vote;
  const ballot = vote.kind === 'revealed' ? vote.ballot : openings(vote.commitment)?.ballot;
  return wordOfBallot(position, ballot ?? null);
}

/** @param ballot `null` where it is sealed and nothing opens it. */
export function wordOfBallot(position: number, ballot: BallotBody | null): Word {
  if (ballot === null) return { kind: 'sealed', position };
  const scores = scoresOf(ballot);
  return scores === null ? { kind: 'abstained', position } : { kind: 'scores', position, scores };
}

/** The order is the profiles' own in the newer ballot, then what only the older one covers. */
export function scoreChanges(from: Word, to: Word): ScoreChange[] {
  const before = from.kind === 'scores' ? from.scores : {};
  const after = to.kind === 'scores' ? to.scores : {};
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .map((profile) => ({ profile, from: own(before, profile) ?? null, to: own(after, profile) ?? null }))
    .filter((change) => String(change.from) !== String(change.to));
}

/** The scores that a ballot gives (aggregation.md §1); `null` for an abstention. */
function scoresOf(ballot: BallotBody): Scores | null {
  if ('abstain' in ballot) return null;
  if ('scores' in ballot) {
    return mapped(ballot.scores, (score) => weighted([{ weight: 1, score }]));
  }
  const { weights, scores } = ballot.criteria;
  return mapped(scores, (byCriterion) =>
    weighted(Object.entries(byCriterion).map(([id, score]) => ({ weight: own(weights, id) ?? 0, score }))),
  );
}

function mapped<T>(entries: Readonly<Record<string, T>>, score: (entry: T) => Score): Scores {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, score(entry)]));
}

/** Weights are at most 1,000 and scores at most 10,000 hundredths: the sums stay far below 2⁵³. */
function weighted(parts: readonly { readonly weight: number; readonly score: ScoreEntry }[]): Score {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const end = (which: 0 | 1 | 2): Points => {
    const sum = parts.reduce((all, { weight, score }) => all + weight * hundredths(score)[which], 0);
    return pointsText(sum, Math.max(1, total));
  };
  return [end(0), end(1), end(2)];
}
