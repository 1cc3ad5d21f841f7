import { readdirSync, readFileSync } from 'node:fs';
import type { Ballot, BallotContent, Negotiation, Rule, Share, Triple } from '../model';

/**
 * Loads an example for the tests, without the checks of the real reader (src/negotiation/file), which the core
 * may not import: what is here is known to be valid.
 */
interface FileNode {
  quota?: { dimension: string; moreThan?: string; atLeast?: string };
  members?: { moreThan?: string; atLeast?: string | number; allBut?: number };
  includes?: string[];
  allOf?: FileNode[];
  anyOf?: FileNode[];
}
type Entry = number | [number, number, number];
type Entries = Record<string, Entry>;

interface File {
  dimensions?: { id: string }[];
  rule: FileNode;
  stakeholders: { id: string; weights?: Record<string, number> }[];
  profiles: {
    id: string;
    default?: boolean;
    adoptable?: boolean;
    relies?: string[];
    needs?: FileNode;
    strategies?: Record<string, string>;
  }[];
  guarantees?: { id: string; delivered?: boolean }[];
  criteria?: { id: string }[];
  briefings?: { id: string; required?: boolean }[];
  acknowledgements?: { stakeholder: string; briefing: string; at: string }[];
  ballots?: {
    stakeholder: string;
    at: string;
    provisional?: boolean;
    abstain?: boolean;
    scores?: Entries;
    criteria?: { weights: Record<string, number>; scores: Record<string, Entries> };
    without?: Record<string, Entries>;
  }[];
  threats?: { id: string }[];
  threatAssessments?: { stakeholder: string; profile: string; threat: string; change: Triple }[];
  acuteRiskAssessments?: { stakeholder: string; profile: string; ends: Entry }[];
  pledges?: { stakeholder: string; profile: string; if?: FileNode }[];
  moves?: { stakeholder: string; from: string; to: string }[];
}

export const CATALOGUE = [
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

const folder = new URL('.', import.meta.url);

export const examples: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.expected.json'))
  .map((name) => name.slice(0, -'.json'.length));

/** The expected result, parsed: key order as in the file. */
export function expected(name: string, basis: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.${basis}.expected.json`, folder), 'utf8'));
}

export function load(name: string): Negotiation {
  const file: File = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  const index = (list: readonly { id: string }[] | undefined) => {
    const positions = new Map((list ?? []).map(({ id }, k) => [id, k]));
    return (id: string) => positions.get(id) ?? fail(id);
  };
  const dimension = index(file.dimensions);
  const stakeholder = index(file.stakeholders);
  const profile = index(file.profiles);
  const guarantee = index(file.guarantees);
  const briefing = index(file.briefings);
  const criteria = (file.criteria ?? []).map(({ id }) => id);
  const threats = [...CATALOGUE, ...(file.threats ?? []).map(({ id }) => id)];

  const rule = (node: FileNode): Rule => {
    if (node.quota !== undefined) {
      const strict = node.quota.moreThan !== undefined;
      const share = toShare(node.quota.moreThan ?? node.quota.atLeast ?? '');
      return { kind: 'quota', dimension: dimension(node.quota.dimension), share, strict };
    }
    if (node.members !== undefined) {
      const { allBut, atLeast, moreThan } = node.members;
      if (allBut !== undefined) return { kind: 'allBut', allBut };
      if (typeof atLeast === 'number') return { kind: 'count', atLeast };
      return { kind: 'members', share: toShare(moreThan ?? atLeast ?? ''), strict: moreThan !== undefined };
    }
    if (node.includes !== undefined)
      return { kind: 'includes', stakeholders: node.includes.map(stakeholder) };
    if (node.allOf !== undefined) return { kind: 'allOf', nodes: node.allOf.map(rule) };
    return { kind: 'anyOf', nodes: (node.anyOf ?? []).map(rule) };
  };
  const entries = <T>(of: Record<string, T>, key: (id: string) => number) =>
    Object.entries(of).map(([id, value]): [number, T] => [key(id), value]);

  return {
    dimensions: (file.dimensions ?? []).map(({ id }) => id),
    rule: rule(file.rule),
    stakeholders: file.stakeholders.map(({ id, weights }) => ({
      id,
      weights: (file.dimensions ?? []).map((each) => weights?.[each.id] ?? 0),
    })),
    profiles: file.profiles.map((each) => ({
      id: each.id,
      isDefault: each.default ?? false,
      adoptable: each.adoptable ?? true,
      relies: (each.relies ?? []).map(guarantee).sort((a, b) => a - b),
      needs: each.needs === undefined ? null : rule(each.needs),
      strategies: new Map(entries(each.strategies ?? {}, stakeholder)),
    })),
    guarantees: (file.guarantees ?? []).map(({ id, delivered }) => ({ id, delivered: delivered ?? false })),
    criteria,
    briefings: (file.briefings ?? []).map(({ id, required }) => ({ id, required: required ?? false })),
    acknowledgements: (file.acknowledgements ?? []).map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      briefing: briefing(each.briefing),
      at: each.at,
    })),
    ballots: (file.ballots ?? []).map((each): Ballot => {
      const plain = (scores: Entries, key: (id: string) => number) =>
        new Map(entries(scores, key).map(([k, entry]) => [k, toTriple(entry)]));
      const content = (): BallotContent => {
        if (each.criteria !== undefined) {
          const { weights, scores } = each.criteria;
          return {
            kind: 'criteria',
            weights: criteria.map((id) => weights[id] ?? 0),
            scores: new Map(
              entries(scores, profile).map(([x, row]) => [
                x,
                criteria.map((id) => (row[id] === undefined ? null : toTriple(row[id]))),
              ]),
            ),
          };
        }
        return each.scores === undefined
          ? { kind: 'abstain' }
          : { kind: 'scores', scores: plain(each.scores, profile) };
      };
      return {
        stakeholder: stakeholder(each.stakeholder),
        at: each.at,
        provisional: each.provisional ?? false,
        content: content(),
        without: new Map(
          entries(each.without ?? {}, profile).map(([x, scores]) => [x, plain(scores, guarantee)]),
        ),
      };
    }),
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
      ends: toTriple(each.ends),
    })),
    pledges: (file.pledges ?? []).map((each) => ({
      stakeholder: stakeholder(each.stakeholder),
      profile: profile(each.profile),
      condition: each.if === undefined ? null : rule(each.if),
    })),
    moves:
      file.moves?.map((move) => ({
        stakeholder: stakeholder(move.stakeholder),
        from: profile(move.from),
        to: profile(move.to),
      })) ?? null,
  };
}

function fail(id: string): never {
  throw new Error(`the example names ${id}, which it does not hold`);
}

function toShare(text: string): Share {
  const [a, b] = text.split('/').map(Number);
  return { a: a ?? 0, b: b ?? 1 };
}

function toTriple(entry: Entry): Triple {
  const hundredths = (points: number) => Math.round(points * 100);
  if (typeof entry === 'number') return [hundredths(entry), hundredths(entry), hundredths(entry)];
  return [hundredths(entry[0]), hundredths(entry[1]), hundredths(entry[2])];
}
