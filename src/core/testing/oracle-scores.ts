import type { Ballot, Basis, Negotiation, Triple } from '../model';
import { type Fraction, fraction, sum, times } from './oracle-fraction';

/** A score in hundredths; unknown is low 0, high 10,000, best undefined (§1). */
export interface Score {
  readonly low: Fraction;
  readonly best: Fraction | null;
  readonly high: Fraction;
}

const UNKNOWN: Score = { low: fraction(0), best: null, high: fraction(10_000) };

/** A best below every score is undefined: so `failing` writes the worst case. */
export function plainScore([low, best, high]: Triple): Score {
  return { low: fraction(low), best: best < 0 ? null : fraction(best), high: fraction(high) };
}

/** When the stakeholder had first acknowledged every required briefing; `null`: not yet. */
function informedSince(negotiation: Negotiation, stakeholder: number): string | null {
  let since = '';
  for (const [briefing, { required }] of negotiation.briefings.entries()) {
    if (!required) continue;
    const instants = negotiation.acknowledgements
      .filter((each) => each.stakeholder === stakeholder && each.briefing === briefing)
      .map((each) => each.at)
      .sort();
    const first = instants[0];
    if (first === undefined) return null;
    if (first > since) since = first;
  }
  return since;
}

/** The ballot that counts for a stakeholder on a basis: the newest, of equal instants the later in the file. */
export function countedBallot(negotiation: Negotiation, basis: Basis, stakeholder: number): Ballot | null {
  const since = basis === 'informed' ? informedSince(negotiation, stakeholder) : '';
  if (since === null) return null;
  const candidates = negotiation.ballots.filter(
    (each) => each.stakeholder === stakeholder && each.at >= since,
  );
  return candidates.reduce<Ballot | null>(
    (newest, each) => (newest === null || each.at >= newest.at ? each : newest),
    null,
  );
}

export function isSilent(ballot: Ballot | null): boolean {
  return ballot === null || ballot.content.kind === 'abstain';
}

/** uᵢ(x) as the counted ballot says it. */
export function scoreOn(ballot: Ballot | null, profile: number): Score {
  if (ballot === null || ballot.content.kind === 'abstain') return UNKNOWN;
  const { content } = ballot;
  if (content.kind === 'scores') {
    const triple = content.scores.get(profile);
    return triple === undefined ? UNKNOWN : plainScore(triple);
  }
  const triples = content.scores.get(profile);
  if (triples === undefined) return UNKNOWN;
  const total = content.weights.reduce((a, b) => a + b, 0);
  const weighted = (component: 0 | 1 | 2): Fraction => {
    const terms = content.weights.map((weight, k) => {
      if (weight === 0) return fraction(0);
      const triple = triples[k];
      if (triple === undefined || triple === null)
        throw new Error(`criterion ${k} is weighed, but not scored`);
      return times(fraction(triple[component]), weight);
    });
    const { top, bottom } = sum(terms);
    return fraction(top, bottom * BigInt(total));
  };
  const isUndefined = content.weights.some((weight, k) => weight > 0 && (triples[k]?.[1] ?? 0) < 0);
  return { low: weighted(0), best: isUndefined ? null : weighted(1), high: weighted(2) };
}
