import { between, groupsOf, layersOf, type Relation, reduction } from './relation';

/** What a drawing of a relation draws: cycles as one, shortcuts left out, each as deep as the longest way down to it. */
export interface Structure {
  /** Profiles by index, those of a cycle together. */
  readonly groups: readonly (readonly number[])[];
  /** The fewest arrows between them. */
  readonly arrows: Relation;
  readonly layerOf: readonly number[];
  /** What neither dominates nor is dominated: there is nothing to draw of it. */
  readonly apart: readonly number[];
}

export function structureOf(relation: Relation): Structure {
  const all = groupsOf(relation);
  const arrowsOf = between(relation, all);
  const isApart = (g: number) =>
    all[g]?.length === 1 && arrowsOf.every((row) => row[g] !== true) && !arrowsOf[g]?.includes(true);
  const groups = all.filter((_, g) => !isApart(g));
  const arrows = reduction(between(relation, groups));
  return {
    groups,
    arrows,
    layerOf: layersOf(arrows),
    apart: all.flatMap((members, g) => (isApart(g) ? members : [])),
  };
}
