import type * as fc from 'fast-check';
import type { Ballot, Negotiation, Rule } from '../model';
import { type Draw, drawn } from './draw';

/**
 * A negotiation and the same one arriving in another order: stakeholders, profiles and every list of statements
 * shuffled, but two ballots of one stakeholder at one instant, whose order tells which is newer.
 */
export function reordered(
  negotiations: fc.Arbitrary<Negotiation>,
): fc.Arbitrary<readonly [Negotiation, Negotiation]> {
  return negotiations.chain((negotiation) =>
    drawn((draw) => [negotiation, reorder(negotiation, draw)] as const),
  );
}

function reorder(negotiation: Negotiation, draw: Draw): Negotiation {
  const stakeholders = draw.shuffled([...negotiation.stakeholders.keys()]);
  const profiles = draw.shuffled([...negotiation.profiles.keys()]);
  const i = (old: number): number => stakeholders.indexOf(old);
  const x = (old: number): number => profiles.indexOf(old);
  const keyed = <T>(map: ReadonlyMap<number, T>, key: (old: number) => number): ReadonlyMap<number, T> =>
    new Map(draw.shuffled([...map]).map(([old, value]) => [key(old), value]));
  const rule = (tree: Rule): Rule => renamedRule(tree, i);
  const ballot = (each: Ballot): Ballot => ({
    ...each,
    stakeholder: i(each.stakeholder),
    content:
      each.content.kind === 'abstain'
        ? each.content
        : each.content.kind === 'scores'
          ? { kind: 'scores', scores: keyed(each.content.scores, x) }
          : { ...each.content, scores: keyed(each.content.scores, x) },
    without: keyed(each.without, x),
  });
  return {
    ...negotiation,
    rule: rule(negotiation.rule),
    stakeholders: stakeholders.flatMap((old) => negotiation.stakeholders.slice(old, old + 1)),
    profiles: profiles
      .flatMap((old) => negotiation.profiles.slice(old, old + 1))
      .map((profile) => ({
        ...profile,
        needs: profile.needs === null ? null : rule(profile.needs),
        strategies: keyed(profile.strategies, i),
      })),
    acknowledgements: draw
      .shuffled(negotiation.acknowledgements)
      .map((each) => ({ ...each, stakeholder: i(each.stakeholder) })),
    ballots: shuffledBallots(negotiation.ballots, draw).map(ballot),
    threatAssessments: draw
      .shuffled(negotiation.threatAssessments)
      .map((each) => ({ ...each, stakeholder: i(each.stakeholder), profile: x(each.profile) })),
    acuteRiskAssessments: draw
      .shuffled(negotiation.acuteRiskAssessments)
      .map((each) => ({ ...each, stakeholder: i(each.stakeholder), profile: x(each.profile) })),
    pledges: draw.shuffled(negotiation.pledges).map((each) => ({
      stakeholder: i(each.stakeholder),
      profile: x(each.profile),
      condition: each.condition === null ? null : rule(each.condition),
    })),
    moves:
      negotiation.moves === null
        ? null
        : draw
            .shuffled(negotiation.moves)
            .map((each) => ({ stakeholder: i(each.stakeholder), from: x(each.from), to: x(each.to) })),
  };
}

/** The tree keeps its order: §8 does not speak of it, and which joiners are named may hang on it. */
function renamedRule(tree: Rule, i: (old: number) => number): Rule {
  switch (tree.kind) {
    case 'includes':
      return { ...tree, stakeholders: tree.stakeholders.map(i) };
    case 'allOf':
    case 'anyOf':
      return { ...tree, nodes: tree.nodes.map((node) => renamedRule(node, i)) };
    default:
      return tree;
  }
}

function shuffledBallots(ballots: readonly Ballot[], draw: Draw): readonly Ballot[] {
  const slot = (each: Ballot): string => `${each.stakeholder} ${each.at}`;
  const waiting = [...ballots];
  return draw.shuffled(ballots.map(slot)).flatMap((key) =>
    waiting.splice(
      waiting.findIndex((each) => slot(each) === key),
      1,
    ),
  );
}

/** A result with every list in the order of its own texts, so that only what is said is compared. */
export function regardlessOfOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map((each) => JSON.stringify(regardlessOfOrder(each)));
    return texts.sort();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, regardlessOfOrder(each)]));
}
