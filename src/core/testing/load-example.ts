import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  AggregationResult,
  Ballot,
  BallotContent,
  Basis,
  Negotiation,
  Rule,
  Share,
  Triple,
} from '../model';

/**
 * Reads the examples of src/core/examples (negotiation-file.md) for tests of the core, which may not import the
 * real reader. It trusts them: nothing is checked.
 */

export const EXAMPLES = [
  ...Array.from({ length: 12 }, (_, k) => `small-${String(k + 1).padStart(2, '0')}`),
  'frontier-training',
];

/** The catalogue of threats.json, in its order. */
const CATALOGUE = [
  'misuse/oracle',
  'misuse/llm-agent',
  'misuse/rl-agent',
  'misuse/multi-system',
  'power-seeking/llm-agent',
  'power-seeking/specification-gaming',
  'power-seeking/goal-misgeneralization',
  'power-seeking/multi-system',
  'economic-squeeze/multi-system',
  'economic-squeeze/unipolar',
  'superpersuasion/llm',
  'superpersuasion/rl-approval',
  'superpersuasion/mixture',
  'superpersuasion/culture',
  'security-dilemma/multipolar',
];

type Entry = number | readonly [number, number, number];
type Table<T> = Readonly<Record<string, T>>;
interface Node {
  readonly quota?: { readonly dimension: string; readonly moreThan?: string; readonly atLeast?: string };
  readonly members?: {
    readonly moreThan?: string;
    readonly atLeast?: string | number;
    readonly allBut?: number;
  };
  readonly includes?: readonly string[];
  readonly allOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
}
interface ExampleBallot {
  readonly stakeholder: string;
  readonly at: string;
  readonly provisional?: boolean;
  readonly abstain?: true;
  readonly scores?: Table<Entry>;
  readonly criteria?: { readonly weights: Table<number>; readonly scores: Table<Table<Entry>> };
  readonly without?: Table<Table<Entry>>;
}
interface Named {
  readonly id: string;
}
interface Example {
  readonly dimensions?: readonly Named[];
  readonly rule: Node;
  readonly stakeholders: readonly (Named & { readonly weights?: Table<number> })[];
  readonly guarantees?: readonly (Named & { readonly delivered?: boolean })[];
  readonly profiles: readonly (Named & {
    readonly default?: boolean;
    readonly adoptable?: boolean;
    readonly relies?: readonly string[];
    readonly needs?: Node;
    readonly strategies?: Table<string>;
  })[];
  readonly criteria?: readonly Named[];
  readonly briefings?: readonly (Named & { readonly required?: boolean })[];
  readonly acknowledgements?: readonly { stakeholder: string; briefing: string; at: string }[];
  readonly ballots?: readonly ExampleBallot[];
  readonly threats?: readonly Named[];
  readonly threatAssessments?: readonly {
    stakeholder: string;
    profile: string;
    threat: string;
    change: Triple;
  }[];
  readonly acuteRiskAssessments?: readonly { stakeholder: string; profile: string; ends: Entry }[];
  readonly pledges?: readonly { stakeholder: string; profile: string; if?: Node }[];
  readonly moves?: readonly { stakeholder: string; from: string; to: string }[];
}

/** Points with at most two decimals as hundredths. */
function triple(entry: Entry): Triple {
  const [low, best, high] = typeof entry === 'number' ? [entry, entry, entry] : entry;
  return [Math.round(low * 100), Math.round(best * 100), Math.round(high * 100)];
}

type Index = (id: string) => number;

function indexOf(list: readonly Named[]): Index {
  return (id) => {
    const index = list.findIndex((each) => each.id === id);
    if (index < 0) throw new Error(`no ${id}`);
    return index;
  };
}

function keyed<A, B>(table: Table<A>, key: Index, value: (entry: A) => B): ReadonlyMap<number, B> {
  return new Map(Object.entries(table).map(([id, entry]) => [key(id), value(entry)]));
}

function share(text: string): Share {
  const [a, b] = text.split('/').map(Number);
  return { a: a ?? 0, b: b ?? 1 };
}

function rule(node: Node, dimension: Index, stakeholder: Index): Rule {
  const inner = (each: Node): Rule => rule(each, dimension, stakeholder);
  if (node.quota !== undefined) {
    const strict = node.quota.moreThan !== undefined;
    return {
      kind: 'quota',
      dimension: dimension(node.quota.dimension),
      share: share(node.quota.moreThan ?? node.quota.atLeast ?? ''),
      strict,
    };
  }
  if (node.members !== undefined) {
    const { moreThan, atLeast, allBut } = node.members;
    if (allBut !== undefined) return { kind: 'allBut', allBut };
    if (typeof atLeast === 'number') return { kind: 'count', atLeast };
    return { kind: 'members', share: share(moreThan ?? atLeast ?? ''), strict: moreThan !== undefined };
  }
  if (node.includes !== undefined) return { kind: 'includes', stakeholders: node.includes.map(stakeholder) };
  if (node.allOf !== undefined) return { kind: 'allOf', nodes: node.allOf.map(inner) };
  return { kind: 'anyOf', nodes: (node.anyOf ?? []).map(inner) };
}

function content(ballot: ExampleBallot, profile: Index, criteria: readonly Named[]): BallotContent {
  if (ballot.criteria !== undefined) {
    const { weights, scores } = ballot.criteria;
    return {
      kind: 'criteria',
      weights: criteria.map(({ id }) => weights[id] ?? 0),
      scores: keyed(scores, profile, (row) =>
        criteria.map(({ id }) => (row[id] === undefined ? null : triple(row[id]))),
      ),
    };
  }
  return ballot.scores === undefined
    ? { kind: 'abstain' }
    : { kind: 'scores', scores: keyed(ballot.scores, profile, triple) };
}

export function toNegotiation(file: Example): Negotiation {
  const dimension = indexOf(file.dimensions ?? []);
  const stakeholder = indexOf(file.stakeholders);
  const guarantee = indexOf(file.guarantees ?? []);
  const profile = indexOf(file.profiles);
  const briefing = indexOf(file.briefings ?? []);
  const threats = [...CATALOGUE, ...(file.threats ?? []).map(({ id }) => id)];
  const tree = (node: Node | undefined): Rule | null =>
    node === undefined ? null : rule(node, dimension, stakeholder);
  return {
    dimensions: (file.dimensions ?? []).map(({ id }) => id),
    rule: rule(file.rule, dimension, stakeholder),
    stakeholders: file.stakeholders.map(({ id, weights }) => ({
      id,
      weights: (file.dimensions ?? []).map((each) => weights?.[each.id] ?? 0),
    })),
    profiles: file.profiles.map((each) => ({
      id: each.id,
      isDefault: each.default ?? false,
      adoptable: each.adoptable ?? true,
      relies: (each.relies ?? []).map(guarantee).sort((a, b) => a - b),
      needs: tree(each.needs),
      strategies: keyed(each.strategies ?? {}, stakeholder, (text) => text),
    })),
    guarantees: (file.guarantees ?? []).map(({ id, delivered }) => ({ id, delivered: delivered ?? false })),
    criteria: (file.criteria ?? []).map(({ id }) => id),
    briefings: (file.briefings ?? []).map(({ id, required }) => ({ id, required: required ?? false })),
    acknowledgements: (file.acknowledgements ?? []).map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      briefing: briefing(each.briefing),
      at: each.at,
    })),
    ballots: (file.ballots ?? []).map(
      (each): Ballot => ({
        stakeholder: stakeholder(each.stakeholder),
        at: each.at,
        provisional: each.provisional ?? false,
        content: content(each, profile, file.criteria ?? []),
        without: keyed(each.without ?? {}, profile, (row) => keyed(row, guarantee, triple)),
      }),
    ),
    threats,
    threatAssessments: (file.threatAssessments ?? []).map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      profile: profile(each.profile),
      threat: threats.indexOf(each.threat),
      change: each.change,
    })),
    acuteRiskAssessments: (file.acuteRiskAssessments ?? []).map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      profile: profile(each.profile),
      ends: triple(each.ends),
    })),
    pledges: (file.pledges ?? []).map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      profile: profile(each.profile),
      condition: tree(each.if),
    })),
    moves:
      file.moves?.map((each) => ({
        stakeholder: stakeholder(each.stakeholder),
        from: profile(each.from),
        to: profile(each.to),
      })) ?? null,
  };
}

function textOf(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../examples/${name}.json`, import.meta.url)), 'utf8');
}

export function loadExample(name: string): Negotiation {
  const file: Example = JSON.parse(textOf(name));
  return toNegotiation(file);
}

/**
 * What the example must give, in the form of `withoutJoiners`. The files on the `stated` basis carry power,
 * as the list of stakeholders alone.
 */
export function expectedOf(name: string, basis: Basis): unknown {
  return JSON.parse(textOf(`${name}.${basis}.expected`));
}

/** A result as the expected files have it: no names of joiners (free, §4), power as its list of stakeholders. */
export function asExpected(result: AggregationResult): unknown {
  const { power, ...rest } = result;
  const plain = power === undefined ? rest : { ...rest, power: power.stakeholders };
  return JSON.parse(JSON.stringify(plain, (key, value) => (key === 'joiners' ? undefined : value)));
}
