import type { Ballot, BallotContent, Basis, Negotiation, Triple } from '../model';
import { countedBallot } from './oracle-scores';

/** The larger of each component: low ≤ best ≤ high stays so. */
function atLeast(triple: Triple, floor: Triple): Triple {
  return [Math.max(triple[0], floor[0]), Math.max(triple[1], floor[1]), Math.max(triple[2], floor[2])];
}

/** Nothing is a lower score than this, not even what was unknown. */
const TOP: Triple = [10_000, 10_000, 10_000];

function raisedContent(content: BallotContent, x: number, floor: Triple): BallotContent {
  switch (content.kind) {
    case 'abstain':
      return content;
    case 'scores': {
      const before = content.scores.get(x);
      return {
        kind: 'scores',
        scores: new Map([...content.scores, [x, before === undefined ? TOP : atLeast(before, floor)]]),
      };
    }
    case 'criteria': {
      const before = content.scores.get(x);
      const row =
        before === undefined
          ? content.weights.map(() => TOP)
          : before.map((triple) => (triple === null ? null : atLeast(triple, floor)));
      return { ...content, scores: new Map([...content.scores, [x, row]]) };
    }
  }
}

/** The negotiation with one stakeholder's counted score of x raised to the floor, or the same one if silent. */
export function raise(
  negotiation: Negotiation,
  basis: Basis,
  stakeholder: number,
  x: number,
  floor: Triple,
): Negotiation {
  const counted = countedBallot(negotiation, basis, stakeholder);
  return {
    ...negotiation,
    ballots: negotiation.ballots.map(
      (ballot): Ballot =>
        ballot === counted ? { ...ballot, content: raisedContent(ballot.content, x, floor) } : ballot,
    ),
  };
}
