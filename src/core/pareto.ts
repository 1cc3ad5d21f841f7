import type { Stance } from './model';
import { DUAL } from './stance';
import type { Standing } from './standing';

/**
 * Whether y dominates x under the stance (§4 "Pareto dominance"). Weak preference needs no tally of its own:
 * all weakly prefer y under `necessary` exactly when nobody strictly prefers x under `possible`, and the other
 * way about. n ≥ 1, so N' is empty only where nobody has spoken.
 */
function dominates({ tallies, quorum, heard }: Standing, y: number, x: number, stance: Stance): boolean {
  if (tallies.members(y, x, stance) === 0) return false;
  if (stance !== 'expected') return tallies.members(x, y, DUAL[stance]) === 0;
  return heard > 0 && quorum && tallies.against(y, x) === 0;
}

/** Whether y strongly dominates x under the stance (§4). The silent strictly prefer nothing under `expected`. */
function stronglyDominates(standing: Standing, y: number, x: number, stance: Stance): boolean {
  const { tallies, quorum, heard, frame } = standing;
  const members = tallies.members(y, x, stance);
  if (stance !== 'expected') return members === frame.stakeholders.length;
  return heard > 0 && quorum && members === heard;
}

/** Whether no adoptable y dominates x under the dual stance. */
export function efficient(standing: Standing, x: number, stance: Stance): boolean {
  return !standing.frame.adoptable.some((y) => dominates(standing, y, x, DUAL[stance]));
}

/** Whether no adoptable y strongly dominates x under the dual stance. */
export function weaklyEfficient(standing: Standing, x: number, stance: Stance): boolean {
  return !standing.frame.adoptable.some((y) => stronglyDominates(standing, y, x, DUAL[stance]));
}

/** The adoptable profiles that dominate x under the stance itself. */
export function dominators(standing: Standing, x: number, stance: Stance): number[] {
  return standing.frame.adoptable.filter((y) => dominates(standing, y, x, stance));
}

/** Whether x is a unanimous improvement over the default (§4 "Unanimity"). */
export function unanimous(standing: Standing, x: number, stance: Stance): boolean {
  return dominates(standing, x, standing.frame.default, stance);
}
