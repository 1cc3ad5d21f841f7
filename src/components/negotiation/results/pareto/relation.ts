import type { AggregationResult, Stance } from '@/core/model';
import { byStance } from '@/core/stance';
import { workedOut } from '@/negotiation/worked-out';

/** Which of so many things is above which: `above[y][x]`. */
export type Relation = readonly (readonly boolean[])[];

/** y over x where y dominates x under the stance, as the result lists it; in the order of the result. */
export function dominance(result: AggregationResult, stance: Stance): Relation {
  return relations(result)[stance];
}

const relations = workedOut(({ profiles }: AggregationResult) =>
  byStance((stance): Relation => {
    const above = profiles.map(({ dominatedBy }) => new Set(dominatedBy[stance]));
    return profiles.map(({ id }) => above.map((those) => those.has(id)));
  }),
);

/** What follows from a relation by going on from one to the next: O(m³) for at most 64 profiles. */
export function closure(relation: Relation): Relation {
  const reach = relation.map((row) => [...row]);
  for (const [k, through] of reach.entries()) {
    for (const row of reach) {
      if (row[k] !== true) continue;
      through.forEach((is, x) => {
        if (is) row[x] = true;
      });
    }
  }
  return reach;
}

/** Strongly connected components, each ascending, in the order of their first: cycles, and the rest alone. */
export function groupsOf(relation: Relation): readonly (readonly number[])[] {
  const reach = closure(relation);
  const groups: number[][] = [];
  relation.forEach((_, x) => {
    const cycle = groups.find(([first = -1]) => reach[first]?.[x] === true && reach[x]?.[first] === true);
    if (cycle === undefined) groups.push([x]);
    else cycle.push(x);
  });
  return groups;
}

/** The relation between groups: some of one above some of the other. Acyclic, where the groups are its cycles. */
export function between(relation: Relation, groups: readonly (readonly number[])[]): Relation {
  return groups.map((above) =>
    groups.map((below) => above !== below && above.some((y) => below.some((x) => relation[y]?.[x] === true))),
  );
}

/** The fewest arrows from which an acyclic relation follows by going on from one to the next: no shortcut is left. */
export function reduction(acyclic: Relation): Relation {
  const reach = closure(acyclic);
  return acyclic.map((row, y) =>
    row.map((is, x) => is && !reach.some((via, z) => reach[y]?.[z] === true && via[x] === true)),
  );
}

/** Layers from the top by the longest way down to each. */
export function layersOf(acyclic: Relation): readonly number[] {
  const layer = acyclic.map(() => 0);
  // Each round lets what lies one layer deeper sink; there are at most as many layers as things.
  for (let round = 0; round < acyclic.length; round++) {
    acyclic.forEach((row, y) => {
      row.forEach((is, x) => {
        if (is) layer[x] = Math.max(layer[x] ?? 0, (layer[y] ?? 0) + 1);
      });
    });
  }
  return layer;
}
