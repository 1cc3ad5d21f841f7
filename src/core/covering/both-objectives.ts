import { better, type Choice, type Cover, type Objective } from './cover';
import type { Residual } from './cover-tree';
import { solve } from './solve';

/**
 * The answers for either objective, each with the budget. Where a search did not prove its answer the other's may
 * be better by its own measure, and stands in for it, unproven.
 */
export function bothObjectives(
  cover: Cover,
  tree: Residual,
  available: readonly number[],
  steps: number,
): { readonly [O in Objective]: Choice | null } {
  const shift = solve(cover, tree, available, 'shift', { left: steps });
  const count = solve(cover, tree, available, 'count', { left: steps });
  return { shift: bestOfTwo(cover, 'shift', shift, count), count: bestOfTwo(cover, 'count', count, shift) };
}

function bestOfTwo(
  cover: Cover,
  objective: Objective,
  own: Choice | null,
  other: Choice | null,
): Choice | null {
  if (own === null || other === null || !better(cover, objective, other, own)) return own;
  if (own.proven) throw new Error('a proven answer was beaten');
  return { ...other, proven: false };
}
