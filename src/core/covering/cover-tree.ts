import type { Coalition } from '../coalition';
import type { CompiledRule } from '../rule';

/** What candidates must still bring, as a tree over candidate numbers. */
export type CoverTree =
  | { readonly kind: 'weight'; readonly dimension: number; readonly need: number }
  | { readonly kind: 'count'; readonly need: number }
  /** Every one, or at least one, of these candidates. */
  | { readonly kind: 'all' | 'any'; readonly elements: readonly number[] }
  | { readonly kind: 'allOf' | 'anyOf'; readonly nodes: readonly CoverTree[] };

/** A tree, or `true` where nothing is missing and `false` where no candidates suffice. */
export type Residual = CoverTree | boolean;

/**
 * What candidates must bring so that the rule holds of the coalition and them. `candidate[i]` is i's number, or
 * −1 where i cannot join.
 */
export function joining(rule: CompiledRule, coalition: Coalition, candidate: Int32Array): Residual {
  switch (rule.kind) {
    case 'weight':
      return weightNeed(rule.dimension, rule.threshold - coalition.weight(rule.dimension));
    case 'count':
      return countNeed(rule.threshold - coalition.count);
    case 'includes': {
      const missing = rule.stakeholders.filter((i) => !coalition.has(i)).map((i) => candidate[i]!);
      return missing.includes(-1) ? false : everyOne(missing);
    }
    case 'allOf':
    case 'anyOf':
      return combine(
        rule.kind,
        rule.nodes.map((node) => joining(node, coalition, candidate)),
      );
  }
}

/** What members (all of them candidates) must take away by leaving so that the rule fails: the dual tree. */
export function leaving(rule: CompiledRule, coalition: Coalition, candidate: Int32Array): Residual {
  switch (rule.kind) {
    case 'weight':
      return weightNeed(rule.dimension, coalition.weight(rule.dimension) - rule.threshold + 1);
    case 'count':
      return countNeed(coalition.count - rule.threshold + 1);
    case 'includes':
      if (rule.stakeholders.some((i) => !coalition.has(i))) return true;
      return { kind: 'any', elements: ascending(rule.stakeholders.map((i) => candidate[i]!)) };
    case 'allOf':
    case 'anyOf':
      return combine(
        rule.kind === 'allOf' ? 'anyOf' : 'allOf',
        rule.nodes.map((node) => leaving(node, coalition, candidate)),
      );
  }
}

/** What is still missing once these candidates are in. */
export function after(
  tree: CoverTree,
  taken: ReadonlySet<number>,
  weights: readonly Float64Array[],
): Residual {
  switch (tree.kind) {
    case 'weight': {
      let brought = 0;
      for (const candidate of taken) brought += weights[tree.dimension]![candidate]!;
      return weightNeed(tree.dimension, tree.need - brought);
    }
    case 'count':
      return countNeed(tree.need - taken.size);
    case 'all':
      return everyOne(tree.elements.filter((element) => !taken.has(element)));
    case 'any':
      return tree.elements.some((element) => taken.has(element)) ? true : tree;
    case 'allOf':
    case 'anyOf':
      return combine(
        tree.kind,
        tree.nodes.map((node) => after(node, taken, weights)),
      );
  }
}

/** Past so many alternatives a conjunction is searched as it is. */
const MOST_ALTERNATIVES = 16;

/**
 * A conjunction with disjunctions in it as a disjunction of conjunctions, each of which has a better bound; `null`
 * where there is nothing to distribute, or too much.
 */
export function alternatives(nodes: readonly CoverTree[]): readonly Residual[] | null {
  let split: CoverTree[][] = [[]];
  for (const node of nodes) {
    const options = node.kind === 'anyOf' ? node.nodes : [node];
    if (split.length * options.length > MOST_ALTERNATIVES) return null;
    split = split.flatMap((chosen) => options.map((option) => [...chosen, option]));
  }
  return split.length === 1 ? null : split.map((chosen) => combine('allOf', chosen));
}

/** All of the nodes, or one of them: constants folded, nested nodes of the kind lifted, leaves of a kind merged. */
function combine(kind: 'allOf' | 'anyOf', nodes: readonly Residual[]): Residual {
  const deciding = kind === 'anyOf';
  if (nodes.includes(deciding)) return deciding;
  const merged: CoverTree[] = [];
  const leaves = new Map<string, number>();
  const sets = new Set<number>();
  const merge = (node: Residual): void => {
    if (typeof node === 'boolean') return;
    if (node.kind === kind) {
      node.nodes.forEach(merge);
    } else if (node.kind === 'weight' || node.kind === 'count') {
      const key = node.kind === 'weight' ? `${node.dimension}` : 'count';
      const at = leaves.get(key);
      const other = at === undefined ? undefined : merged[at];
      if (at === undefined || other === undefined || !('need' in other)) {
        leaves.set(key, merged.push(node) - 1);
      } else if (deciding ? node.need < other.need : node.need > other.need) {
        merged[at] = node;
      }
    } else if (node.kind === (deciding ? 'any' : 'all')) {
      for (const element of node.elements) sets.add(element);
    } else {
      merged.push(node);
    }
  };
  nodes.forEach(merge);
  if (sets.size > 0) merged.push({ kind: deciding ? 'any' : 'all', elements: ascending([...sets]) });
  const only = merged.length === 1 ? merged[0] : undefined;
  return only ?? (merged.length === 0 ? !deciding : { kind, nodes: merged });
}

function weightNeed(dimension: number, need: number): Residual {
  return need <= 0 ? true : { kind: 'weight', dimension, need };
}

function countNeed(need: number): Residual {
  return need <= 0 ? true : { kind: 'count', need };
}

function everyOne(elements: readonly number[]): Residual {
  return elements.length === 0 ? true : { kind: 'all', elements: ascending(elements) };
}

function ascending(elements: readonly number[]): number[] {
  return [...elements].sort((a, b) => a - b);
}
