import type { Rule, Share, Stakeholder } from '../model';

/** A condition on a coalition that the rule tree is made of; equal nodes of the tree are one atom. */
export type Atom =
  | { readonly kind: 'quota'; readonly axis: number; readonly quota: number }
  | { readonly kind: 'size'; readonly atLeast: number }
  | { readonly kind: 'includes' };

/** The rule as a monotone formula over atoms; atoms that always or never hold are constants. */
export type Formula = boolean | number | { readonly all: boolean; readonly parts: readonly Formula[] };

/** Stakeholders that no atom tells apart. They have the same power. */
export interface PlayerType {
  /** Per axis, in units after division by the gcd. */
  readonly weights: readonly number[];
  /** Atoms of kind `includes` that name the player, ascending. */
  readonly named: readonly number[];
  /** Indices into the stakeholders. */
  readonly members: readonly number[];
}

/**
 * The rule A as a simple game (aggregation.md §2, §4 "Power"). An axis is a dimension that some quota atom uses;
 * its weights are divided by their gcd. Nothing in it but `members` depends on the stakeholders' ids or order:
 * types are sorted by what they are.
 */
export interface Game {
  readonly players: number;
  readonly atoms: readonly Atom[];
  readonly formula: Formula;
  readonly totals: readonly number[];
  readonly types: readonly PlayerType[];
}

/** Cost O(n · (dimensions + named atoms)). Weights up to 10⁹ and n up to 10⁶ keep every sum below 2⁵³. */
export function toGame(rule: Rule, stakeholders: readonly Stakeholder[]): Game {
  const n = stakeholders.length;
  const atoms: Atom[] = [];
  const known = new Map<string, number>();
  const axes: Axis[] = [];
  const names: number[][] = stakeholders.map(() => []);

  const atom = (key: string, make: () => Atom): number => {
    const found = known.get(key) ?? atoms.length;
    if (found === atoms.length) atoms.push(make());
    known.set(key, found);
    return found;
  };
  const size = (atLeast: number): Formula => {
    if (atLeast <= 0) return true;
    return atLeast > n ? false : atom(`size ${atLeast}`, () => ({ kind: 'size', atLeast }));
  };
  const quota = (dimension: number, share: Share, strict: boolean): Formula => {
    const reduced = axes.find((a) => a.dimension === dimension) ?? toAxis(stakeholders, dimension);
    const threshold = leastUnits(share, strict, reduced.total);
    if (threshold <= 0) return true;
    if (threshold > reduced.total) return false;
    if (!axes.includes(reduced)) axes.push(reduced);
    const axis = axes.indexOf(reduced);
    return atom(`quota ${axis} ${threshold}`, () => ({ kind: 'quota', axis, quota: threshold }));
  };
  const includes = (named: readonly number[]): Formula => {
    const set = [...new Set(named)].sort((a, b) => a - b);
    if (set.length === 0) return true;
    const before = atoms.length;
    const found = atom(`includes ${set.join(' ')}`, () => ({ kind: 'includes' }));
    if (found === before) for (const i of set) names[i]?.push(found);
    return found;
  };
  const build = (node: Rule): Formula => {
    switch (node.kind) {
      case 'quota':
        return quota(node.dimension, node.share, node.strict);
      case 'members':
        return size(leastUnits(node.share, node.strict, n));
      case 'count':
        return size(node.atLeast);
      case 'allBut':
        return size(n - node.allBut);
      case 'includes':
        return includes(node.stakeholders);
      case 'allOf':
      case 'anyOf':
        return combine(node.kind === 'allOf', node.nodes.map(build));
    }
  };
  const formula = build(rule);
  const totals = axes.map(({ total }) => total);
  return { players: n, atoms, formula, totals, types: typesOf(n, axes, names) };
}

interface Axis {
  readonly dimension: number;
  readonly weights: readonly number[];
  readonly total: number;
}

function toAxis(stakeholders: readonly Stakeholder[], dimension: number): Axis {
  const raw = stakeholders.map(({ weights }) => weights[dimension] ?? 0);
  const unit = raw.reduce(gcd, 0) || 1;
  const weights = raw.map((w) => w / unit);
  return { dimension, weights, total: weights.reduce((a, b) => a + b, 0) };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The least integer u with u ≥ a/b · total, or u > a/b · total where strict. */
function leastUnits({ a, b }: Share, strict: boolean, total: number): number {
  const product = BigInt(a) * BigInt(total);
  const divisor = BigInt(b);
  return Number(strict ? product / divisor + 1n : (product + divisor - 1n) / divisor);
}

function combine(all: boolean, parts: readonly Formula[]): Formula {
  // A part that equals `all` is neutral, its opposite decides.
  if (parts.some((p) => p === !all)) return !all;
  const open = [...new Set(parts.filter((p) => p !== all))];
  const [only] = open;
  if (only === undefined) return all;
  return open.length === 1 ? only : { all, parts: open };
}

function typesOf(n: number, axes: readonly Axis[], names: readonly (readonly number[])[]): PlayerType[] {
  const types = new Map<string, { weights: number[]; named: readonly number[]; members: number[] }>();
  for (let i = 0; i < n; i++) {
    const weights = axes.map((axis) => axis.weights[i] ?? 0);
    const named = names[i] ?? [];
    const key = `${weights.join(' ')}|${named.join(' ')}`;
    const type = types.get(key);
    if (type === undefined) types.set(key, { weights, named, members: [i] });
    else type.members.push(i);
  }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, type]) => type);
}

/** Does the formula hold, given which atoms do? */
export function holds(formula: Formula, satisfied: (atom: number) => boolean): boolean {
  if (typeof formula === 'boolean') return formula;
  if (typeof formula === 'number') return satisfied(formula);
  return formula.all
    ? formula.parts.every((part) => holds(part, satisfied))
    : formula.parts.some((part) => holds(part, satisfied));
}
