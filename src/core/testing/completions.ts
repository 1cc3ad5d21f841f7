import type { Negotiation, Triple } from '../model';
import { countedBallot } from './oracle-scores';

const NEVER_SAID: Triple = [0, 0, 10_000];

/** The triple of every stakeholder (row) for every profile, of plain ballots on the stated basis. */
function intervals(negotiation: Negotiation): readonly (readonly Triple[])[] {
  return negotiation.stakeholders.map((_, i) => {
    const content = countedBallot(negotiation, 'stated', i)?.content;
    if (content?.kind === 'criteria') throw new Error('completions are of plain ballots');
    return negotiation.profiles.map((__, x) =>
      content?.kind === 'scores' ? (content.scores.get(x) ?? NEVER_SAID) : NEVER_SAID,
    );
  });
}

/**
 * The values that a score may turn out to have: both ends, and between them every end that the stakeholder
 * gave elsewhere. Only the order within a stakeholder's own scores matters, so these meet every tie.
 */
function values([low, , high]: Triple, ends: readonly number[]): readonly number[] {
  return [...new Set([low, ...ends.filter((end) => end > low && end < high), high])];
}

/** How many completions there are, to bound a test before it makes them. */
export function countCompletions(negotiation: Negotiation): number {
  return cells(negotiation)
    .flat()
    .reduce((count, options) => count * options.length, 1);
}

function cells(negotiation: Negotiation): readonly (readonly (readonly number[])[])[] {
  return intervals(negotiation).map((row) => {
    const ends = row.flatMap(([low, , high]) => [low, high]);
    return row.map((triple) => values(triple, ends));
  });
}

/** Every way in which the uncertainty may turn out: everyone scores every profile at one point. */
export function* completions(negotiation: Negotiation): Generator<Negotiation> {
  const options = cells(negotiation);
  const m = negotiation.profiles.length;
  const flat = options.flat();
  const total = countCompletions(negotiation);
  for (let index = 0; index < total; index += 1) {
    let rest = index;
    const points = flat.map((choices) => {
      const point = choices[rest % choices.length] ?? 0;
      rest = Math.floor(rest / choices.length);
      return point;
    });
    yield withPoints(negotiation, (i, x) => points[i * m + x] ?? 0);
  }
}

export function withPoints(
  negotiation: Negotiation,
  point: (stakeholder: number, profile: number) => number,
): Negotiation {
  return {
    ...negotiation,
    ballots: negotiation.stakeholders.map((_, i) => ({
      stakeholder: i,
      at: '2026-02-01T10:00:00.000Z',
      provisional: false,
      content: {
        kind: 'scores',
        scores: new Map(
          negotiation.profiles.map((__, x): [number, Triple] => [x, [point(i, x), point(i, x), point(i, x)]]),
        ),
      },
      without: new Map(),
    })),
  };
}
