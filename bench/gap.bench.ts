import { deepStrictEqual } from 'node:assert';
import { STEPS } from '@/core/covering/budget';
import { better, type Choice, choice, type Objective } from '@/core/covering/cover';
import { Load } from '@/core/covering/load';
import { solve } from '@/core/covering/solve';
import { FAMILIES, type HardCover, hardCover } from './hard-covers';
import type { Benchmark, Row } from './measure';

const INSTANCES = 20;
const SIZES = [16, 40, 100, 1000];
const OBJECTIVES: readonly Objective[] = ['shift', 'count'];
/** What everyone of so few is looked at: 2¹⁶ sets. */
const EXHAUSTIBLE = 16;

function search({ cover, tree }: HardCover, objective: Objective, steps: number) {
  const budget = { left: steps };
  const everyone = [...cover.costs.keys()];
  const began = performance.now();
  const found = solve(cover, tree, everyone, objective, budget);
  return { found, ms: performance.now() - began, steps: steps - Math.max(0, budget.left) };
}

/** By looking at every set. */
function exhaustive({ cover, tree }: HardCover, objective: Objective): Choice | null {
  let best: Choice | null = null;
  for (let set = 0; set < 2 ** cover.costs.length; set++) {
    const chosen = [...cover.costs.keys()].filter((candidate) => (set >> candidate) % 2 === 1);
    const load = new Load(cover.costs.length, cover.weights);
    for (const candidate of chosen) load.add(candidate);
    if (!load.satisfies(tree)) continue;
    const found = choice(cover, chosen, true);
    if (better(cover, objective, found, best)) best = found;
  }
  return best;
}

const value = (found: Choice | null) => found && { shift: found.shift, count: found.chosen.length };

/**
 * aggregation.md §4 "Gap to the bar" where it is hard: how often a proof is reached within the budget, and how long a
 * search takes, by family and size. The first of 16 candidates are held to all 2¹⁶ sets.
 */
export const benchmark: Benchmark = async () => {
  const rows: Row[] = [];
  for (const family of FAMILIES) {
    for (const n of SIZES) {
      const problems = Array.from({ length: INSTANCES }, (_, seed) => hardCover(family, n, 1000 * n + seed));
      const told = OBJECTIVES.map((objective) => {
        const searches = problems.map((problem) => search(problem, objective, STEPS));
        const [first] = problems;
        if (n <= EXHAUSTIBLE && first !== undefined)
          deepStrictEqual(value(searches[0]?.found ?? null), value(exhaustive(first, objective)));
        const proven = searches.filter(({ found }) => found?.proven === true).length;
        const steps = searches.map((each) => each.steps).sort((a, b) => a - b)[INSTANCES >> 1];
        return { runs: searches.map(({ ms }) => ms), proven, steps };
      });
      rows.push({
        work: `gap, ${family.name}, ${n} candidates`,
        ours: { name: 'a search', runs: told.flatMap(({ runs }) => runs) },
        peer: null,
        note: OBJECTIVES.map(
          (objective, k) =>
            `${objective}: ${told[k]?.proven} of ${INSTANCES} proven, ${told[k]?.steps} steps in the median`,
        ).join('; '),
      });
    }
  }
  return rows;
};
