import type { Ballot, BallotContent, Negotiation, Profile, Rule, Share, Triple } from '@/core/model';
import { CATALOGUE_FORMS } from '../threats';
import { workedOut } from '../worked-out';
import type { FileBallot, FileProfile, NegotiationFile, RuleNode, ScoreEntry, WithoutScores } from './model';

/** A checked file as the core takes it: ids resolved to indices, scores in hundredths. */
export function toNegotiation(file: NegotiationFile): Negotiation {
  const ids = indicesOf(file);
  return {
    dimensions: (file.dimensions ?? []).map((dimension) => dimension.id),
    rule: toRule(file.rule, ids),
    stakeholders: file.stakeholders.map(({ id, weights = {} }) => ({
      id,
      weights: (file.dimensions ?? []).map((dimension) => own(weights, dimension.id) ?? 0),
    })),
    profiles: file.profiles.map((profile) => toProfile(profile, ids)),
    guarantees: (file.guarantees ?? []).map(({ id, delivered = false }) => ({ id, delivered })),
    criteria: (file.criteria ?? []).map((criterion) => criterion.id),
    briefings: (file.briefings ?? []).map(({ id, required = false }) => ({ id, required })),
    acknowledgements: (file.acknowledgements ?? []).map(({ stakeholder, briefing, at }) => ({
      stakeholder: ids.stakeholder(stakeholder),
      briefing: ids.briefing(briefing),
      at,
    })),
    ballots: (file.ballots ?? []).map((ballot) => toBallot(ballot, ids)),
    threats: [...CATALOGUE_FORMS, ...(file.threats ?? []).map((threat) => threat.id)],
    threatAssessments: (file.threatAssessments ?? []).map(({ stakeholder, profile, threat, change }) => ({
      stakeholder: ids.stakeholder(stakeholder),
      profile: ids.profile(profile),
      threat: ids.threat(threat),
      change,
    })),
    acuteRiskAssessments: (file.acuteRiskAssessments ?? []).map(({ stakeholder, profile, ends }) => ({
      stakeholder: ids.stakeholder(stakeholder),
      profile: ids.profile(profile),
      ends: hundredths(ends),
    })),
    pledges: (file.pledges ?? []).map((pledge) => ({
      stakeholder: ids.stakeholder(pledge.stakeholder),
      profile: ids.profile(pledge.profile),
      condition: pledge.if ? toRule(pledge.if, ids) : null,
    })),
    moves:
      file.moves?.map(({ stakeholder, from, to }) => ({
        stakeholder: ids.stakeholder(stakeholder),
        from: ids.profile(from),
        to: ids.profile(to),
      })) ?? null,
  };
}

/** The same of a file that is read by many, such as the frame of a result. */
export const negotiationOf = workedOut(toNegotiation);

/** How ballots of a checked file become ballots of the core, one at a time: for those that are not kept in it. */
export function ballotIn(file: NegotiationFile): (ballot: FileBallot) => Ballot {
  const ids = indicesOf(file);
  return (ballot) => toBallot(ballot, ids);
}

/** From an id to its index; a checked file names nothing else. */
type IndexOf = (id: string) => number;
type Kind = 'dimension' | 'stakeholder' | 'profile' | 'guarantee' | 'criterion' | 'briefing' | 'threat';
type Indices = { readonly [K in Kind]: IndexOf } & { readonly criteria: readonly string[] };

function indicesOf(file: NegotiationFile): Indices {
  return {
    dimension: indexOf(file.dimensions ?? []),
    stakeholder: indexOf(file.stakeholders),
    profile: indexOf(file.profiles),
    guarantee: indexOf(file.guarantees ?? []),
    criterion: indexOf(file.criteria ?? []),
    briefing: indexOf(file.briefings ?? []),
    threat: indexOf([...CATALOGUE_FORMS.map((id) => ({ id })), ...(file.threats ?? [])]),
    criteria: (file.criteria ?? []).map((criterion) => criterion.id),
  };
}

function indexOf(entries: readonly { readonly id: string }[]): IndexOf {
  const indices = new Map(entries.map(({ id }, index) => [id, index]));
  return (id) => {
    const index = indices.get(id);
    if (index === undefined) throw new Error(`unchecked file: unknown id ${JSON.stringify(id)}`);
    return index;
  };
}

/** An entry of a dictionary of the file, never of its prototype (`constructor` is a valid id). */
function own<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}

/** Points with at most two decimals to hundredths: the nearest integer to the product is the exact one. */
export function hundredths(score: ScoreEntry): Triple {
  const [low, best, high] = typeof score === 'number' ? [score, score, score] : score;
  return [Math.round(low * 100), Math.round(best * 100), Math.round(high * 100)];
}

function toRule(node: RuleNode, ids: Indices): Rule {
  if ('allOf' in node) return { kind: 'allOf', nodes: node.allOf.map((inner) => toRule(inner, ids)) };
  if ('anyOf' in node) return { kind: 'anyOf', nodes: node.anyOf.map((inner) => toRule(inner, ids)) };
  if ('includes' in node) return { kind: 'includes', stakeholders: node.includes.map(ids.stakeholder) };
  if ('quota' in node) {
    const strict = 'moreThan' in node.quota;
    const share = toShare('moreThan' in node.quota ? node.quota.moreThan : node.quota.atLeast);
    return { kind: 'quota', dimension: ids.dimension(node.quota.dimension), share, strict };
  }
  if ('allBut' in node.members) return { kind: 'allBut', allBut: node.members.allBut };
  if ('moreThan' in node.members)
    return { kind: 'members', share: toShare(node.members.moreThan), strict: true };
  const { atLeast } = node.members;
  if (typeof atLeast === 'number') return { kind: 'count', atLeast };
  return { kind: 'members', share: toShare(atLeast), strict: false };
}

function toShare(text: string): Share {
  const [a, b] = text.split('/');
  return { a: Number(a), b: Number(b) };
}

function toProfile(profile: FileProfile, ids: Indices): Profile {
  return {
    id: profile.id,
    isDefault: profile.default ?? false,
    adoptable: profile.adoptable ?? true,
    relies: (profile.relies ?? []).map(ids.guarantee).sort((a, b) => a - b),
    needs: profile.needs ? toRule(profile.needs, ids) : null,
    strategies: new Map(entriesOf(profile.strategies, ids.stakeholder)),
  };
}

function toBallot(ballot: FileBallot, ids: Indices): Ballot {
  return {
    stakeholder: ids.stakeholder(ballot.stakeholder),
    at: ballot.at,
    provisional: ballot.provisional ?? false,
    content: toContent(ballot, ids),
    without: 'abstain' in ballot ? new Map() : toWithout(ballot.without, ids),
  };
}

function toContent(ballot: FileBallot, ids: Indices): BallotContent {
  if ('abstain' in ballot) return { kind: 'abstain' };
  if ('scores' in ballot) return { kind: 'scores', scores: triplesOf(ballot.scores, ids.profile) };
  const { weights, scores } = ballot.criteria;
  return {
    kind: 'criteria',
    weights: ids.criteria.map((criterion) => own(weights, criterion) ?? 0),
    scores: new Map(
      entriesOf(scores, ids.profile).map(([profile, byCriterion]) => [
        profile,
        ids.criteria.map((criterion) => {
          const score = own(byCriterion, criterion);
          return score === undefined ? null : hundredths(score);
        }),
      ]),
    ),
  };
}

function toWithout(without: WithoutScores | undefined, ids: Indices): Ballot['without'] {
  const profiles = entriesOf(without, ids.profile);
  return new Map(profiles.map(([profile, scores]) => [profile, triplesOf(scores, ids.guarantee)]));
}

function triplesOf(scores: Readonly<Record<string, ScoreEntry>>, index: IndexOf): Map<number, Triple> {
  return new Map(entriesOf(scores, index).map(([at, score]) => [at, hundredths(score)]));
}

/** Entries of a dictionary by index, in the order of the indices: the same whatever order the file has them in. */
function entriesOf<T>(entries: Readonly<Record<string, T>> | undefined, index: IndexOf): [number, T][] {
  return Object.entries(entries ?? {})
    .map(([id, value]): [number, T] => [index(id), value])
    .sort(([a], [b]) => a - b);
}
