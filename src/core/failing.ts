import type { Ballot, BallotContent, Negotiation, Triple } from './model';
import { UNDEFINED } from './scores';

/**
 * The negotiation in which a guarantee is not delivered and all others are (§7): every profile x that relies on it is
 * x∖g, its scores replaced by the `without` scores, by the worst case where they were left out. One guarantee fails at a
 * time: what was said of x without another is gone. Ballots of the result may hold a score whose best is undefined,
 * which no ballot of a file can; weighted criteria all get the score that the whole is to have.
 *
 * What its result says of a profile over the default is exact. What it says of others over a profile that lost a guarantee
 * is not: where a high whose best is undefined lies below another's low, `necessary` does not imply `expected` (§3), on
 * which levels rest (stance.ts).
 */
export function failing(negotiation: Negotiation, g: number): Negotiation {
  const relying = new Set(
    negotiation.profiles.flatMap(({ relies, isDefault }, x) => (!isDefault && relies.includes(g) ? [x] : [])),
  );
  return {
    ...negotiation,
    profiles: negotiation.profiles.map((profile, x) =>
      relying.has(x) ? { ...profile, relies: profile.relies.filter((other) => other !== g) } : profile,
    ),
    ballots: negotiation.ballots.map(
      (ballot): Ballot => ({
        ...ballot,
        content: contentWithout(ballot, relying, g),
        without: new Map([...ballot.without].filter(([x]) => !relying.has(x))),
      }),
    ),
  };
}

/** What the ballot leaves out stays unknown: the worst case of an unknown score is the unknown score. */
function contentWithout(
  { content, without }: Ballot,
  relying: ReadonlySet<number>,
  g: number,
): BallotContent {
  switch (content.kind) {
    case 'abstain':
      return content;
    case 'scores': {
      const scores = [...content.scores].map(([x, score]): [number, Triple] =>
        relying.has(x) ? [x, without.get(x)?.get(g) ?? worst(score)] : [x, score],
      );
      return { kind: 'scores', scores: new Map(scores) };
    }
    case 'criteria': {
      const scores = [...content.scores].map(([x, row]): [number, readonly (Triple | null)[]] => {
        if (!relying.has(x)) return [x, row];
        const stated = without.get(x)?.get(g);
        return [x, row.map((score) => stated ?? (score === null ? null : worst(score)))];
      });
      return { ...content, scores: new Map(scores) };
    }
  }
}

function worst([, , high]: Triple): Triple {
  return [0, UNDEFINED, high];
}
