import type { Ballot, Negotiation, Rule, Share, Triple } from '@/core/model';
import type { BallotBody, FileBallot, NegotiationFile, RuleNode, ScoreEntry } from '../file/model';
import { CATALOGUE_FORMS } from '../threats';

/**
 * What a random negotiation of the core is as a file, with names and titles that are not its ids. A file has the forms
 * of the catalogue besides the threats that were drawn: each is assessed as one of those was, by turns.
 */
export function fileOf(negotiation: Negotiation): NegotiationFile {
  const { dimensions, stakeholders, profiles, guarantees, criteria, briefings } = negotiation;
  const stakeholder = (i: number) => stakeholders[i]?.id ?? '';
  const profile = (x: number) => profiles[x]?.id ?? '';
  const rule = (node: Rule) => ruleOf(node, dimensions, stakeholder);
  return {
    format: 'parley-negotiation/1',
    title: 'Drawn',
    dimensions: dimensions.map((id) => ({ id, label: id })),
    rule: rule(negotiation.rule),
    stakeholders: stakeholders.map(({ id, weights }) => ({
      id,
      name: `Name of ${id}`,
      kind: 'other',
      weights: Object.fromEntries(dimensions.map((dimension, d) => [dimension, weights[d] ?? 0])),
    })),
    guarantees: guarantees.map(({ id, delivered }) => ({
      id,
      title: `Guarantee ${id}`,
      kind: 'other',
      holds: 'instance',
      delivered,
    })),
    profiles: profiles.map(({ id, isDefault, adoptable, relies, needs, strategies }) => ({
      id,
      title: `Title of ${id}`,
      ...(isDefault && { default: true }),
      adoptable,
      relies: relies.map((g) => guarantees[g]?.id ?? ''),
      ...(needs !== null && { needs: rule(needs) }),
      strategies: Object.fromEntries([...strategies].map(([i, text]) => [stakeholder(i), text])),
    })),
    criteria: criteria.map((id) => ({ id, label: id })),
    briefings: briefings.map(({ id, required }) => ({ id, title: id, required })),
    acknowledgements: negotiation.acknowledgements.map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      briefing: briefings[each.briefing]?.id ?? '',
      at: each.at,
    })),
    ballots: negotiation.ballots.map(
      (ballot): FileBallot => ({
        stakeholder: stakeholder(ballot.stakeholder),
        at: ballot.at,
        ...bodyOf(ballot, negotiation, profile),
      }),
    ),
    ...statementsOf(negotiation, stakeholder, profile),
    pledges: negotiation.pledges.map((pledge) => ({
      stakeholder: stakeholder(pledge.stakeholder),
      profile: profile(pledge.profile),
      ...(pledge.condition !== null && { if: rule(pledge.condition) }),
    })),
    ...(negotiation.moves && {
      moves: negotiation.moves.map((move) => ({
        stakeholder: stakeholder(move.stakeholder),
        from: profile(move.from),
        to: profile(move.to),
      })),
    }),
  };
}

function statementsOf(
  { threats, threatAssessments, acuteRiskAssessments }: Negotiation,
  stakeholder: (i: number) => string,
  profile: (x: number) => string,
): Pick<NegotiationFile, 'threats' | 'threatAssessments' | 'acuteRiskAssessments'> {
  const like = (k: number) => threatAssessments.filter(({ threat }) => threat === k % threats.length);
  const assessed = [...CATALOGUE_FORMS, ...threats].flatMap((threat, k) =>
    like(k < CATALOGUE_FORMS.length ? k : k - CATALOGUE_FORMS.length).map((each) => ({ ...each, threat })),
  );
  return {
    threats: threats.map((id) => ({ id, title: `Threat ${id}` })),
    threatAssessments: assessed.map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      profile: profile(each.profile),
      threat: each.threat,
      change: each.change,
    })),
    acuteRiskAssessments: acuteRiskAssessments.map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      profile: profile(each.profile),
      ends: entryOf(each.ends),
    })),
  };
}

function bodyOf(ballot: Ballot, negotiation: Negotiation, profile: (x: number) => string): BallotBody {
  const { content, provisional } = ballot;
  const without = Object.fromEntries(
    [...ballot.without].map(([x, scores]) => [
      profile(x),
      Object.fromEntries(
        [...scores].map(([g, triple]) => [negotiation.guarantees[g]?.id ?? '', entryOf(triple)]),
      ),
    ]),
  );
  switch (content.kind) {
    case 'abstain':
      return { abstain: true, provisional };
    case 'scores': {
      const scores = [...content.scores].map(([x, triple]) => [profile(x), entryOf(triple)] as const);
      return { scores: Object.fromEntries(scores), without, provisional };
    }
    case 'criteria': {
      const byCriterion = (row: readonly (Triple | null)[]) =>
        Object.fromEntries(
          row.flatMap((triple, k) =>
            triple === null ? [] : [[negotiation.criteria[k] ?? '', entryOf(triple)] as const],
          ),
        );
      const weights = content.weights.map((weight, k) => [negotiation.criteria[k] ?? '', weight] as const);
      const scores = [...content.scores].map(([x, row]) => [profile(x), byCriterion(row)] as const);
      return {
        criteria: { weights: Object.fromEntries(weights), scores: Object.fromEntries(scores) },
        without,
        provisional,
      };
    }
  }
}

function entryOf([low, best, high]: Triple): ScoreEntry {
  return [low / 100, best / 100, high / 100];
}

function ruleOf(node: Rule, dimensions: readonly string[], stakeholder: (i: number) => string): RuleNode {
  const share = ({ a, b }: Share) => `${a}/${b}`;
  switch (node.kind) {
    case 'quota': {
      const dimension = dimensions[node.dimension] ?? '';
      if (node.strict) return { quota: { dimension, moreThan: share(node.share) } };
      return { quota: { dimension, atLeast: share(node.share) } };
    }
    case 'members':
      if (node.strict) return { members: { moreThan: share(node.share) } };
      return { members: { atLeast: share(node.share) } };
    case 'count':
      return { members: { atLeast: node.atLeast } };
    case 'allBut':
      return { members: { allBut: node.allBut } };
    case 'includes':
      return { includes: node.stakeholders.map(stakeholder) };
    case 'allOf':
      return { allOf: node.nodes.map((inner) => ruleOf(inner, dimensions, stakeholder)) };
    case 'anyOf':
      return { anyOf: node.nodes.map((inner) => ruleOf(inner, dimensions, stakeholder)) };
  }
}
