import type { Ballot, BallotContent, Negotiation, Triple } from '@/core/model';
import { countedBallot } from '@/core/testing/oracle-scores';

export type End = 'low' | 'best' | 'high';

/** A score with one end at this many hundredths, and the others only as far as they must give way. */
function withEnd([low, best, high]: Triple, end: End, to: number): Triple {
  if (end === 'low') return [to, Math.max(best, to), Math.max(high, to)];
  if (end === 'high') return [Math.min(low, to), Math.min(best, to), to];
  return [Math.min(low, to), to, Math.max(high, to)];
}

/**
 * The negotiation with one stakeholder's stated score moved as a sentence says. Of a ballot of weighted criteria all
 * criteria are put where the score is to be. Whoever was silent says this and nothing else.
 */
export function moved(
  negotiation: Negotiation,
  stakeholder: number,
  moves: readonly { readonly profile: number; readonly end: End; readonly to: number }[],
): Negotiation {
  const counted = countedBallot(negotiation, 'stated', stakeholder);
  const fresh: Ballot = {
    stakeholder,
    at: '2027-01-01T00:00:00.000Z',
    provisional: false,
    content: moves.reduce<BallotContent>(after, counted?.content ?? { kind: 'abstain' }),
    without: new Map(),
  };
  return { ...negotiation, ballots: [...negotiation.ballots, fresh] };
}

const SAME = (to: number): Triple => [to, to, to];

function after(
  content: BallotContent,
  { profile, end, to }: { readonly profile: number; readonly end: End; readonly to: number },
): BallotContent {
  switch (content.kind) {
    case 'abstain':
      return { kind: 'scores', scores: new Map([[profile, SAME(to)]]) };
    case 'scores': {
      const before = content.scores.get(profile);
      const score = before === undefined ? SAME(to) : withEnd(before, end, to);
      return { kind: 'scores', scores: new Map([...content.scores, [profile, score]]) };
    }
    case 'criteria':
      return {
        ...content,
        scores: new Map([...content.scores, [profile, content.weights.map(() => SAME(to))]]),
      };
  }
}
