import { type Link, ordered } from './order';
import type { Relation } from './relation';
import { spread, type Wish } from './spread';
import { structureOf } from './structure';

/** A profile, or a cycle of them, as a box: its middle, and its upper edge. In pixels. */
export interface Box {
  /** By index, in the order of the relation. */
  readonly members: readonly number[];
  readonly layer: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An arrow downwards from one box to another, through points between the boxes of the layers that it passes. */
export interface Arrow {
  /** Indices of boxes. */
  readonly from: number;
  readonly to: number;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** What neither dominates nor is dominated: there is nothing to draw of it. */
  readonly apart: readonly number[];
}

/** Between layers, and between neighbours in one; a box keeps its margin besides, arrows that pass lie close. */
const GAP = { x: 4, y: 52 } as const;
const MARGIN = 8;
const PASSING = 4;
const ROUNDS = 8;

/** A relation in layers (Sugiyama): cycles as one box, shortcuts left out, the longest way down, few crossings. */
export function layout(
  relation: Relation,
  sizeOf: (members: readonly number[]) => { readonly width: number; readonly height: number },
): Layout {
  const { groups, arrows, layerOf, apart } = structureOf(relation);
  const { layers, links, ways } = withPassing(arrows, layerOf);
  const order = ordered(layers, links);
  const widthOf = (place: number) => {
    const members = groups[place];
    return members === undefined ? PASSING : sizeOf(members).width + 2 * MARGIN;
  };
  const middles = placed(order, links, widthOf);
  const edges = order.flat().flatMap((place) => {
    const middle = middles.get(place) ?? 0;
    return [middle - widthOf(place) / 2, middle + widthOf(place) / 2];
  });
  const left = Math.min(...edges, 0);
  const heights = order.map((layer) =>
    Math.max(0, ...layer.map((place) => (groups[place] ? sizeOf(groups[place]).height : 0))),
  );
  const tops = heights.map((_, k) => heights.slice(0, k).reduce((sum, height) => sum + height + GAP.y, 0));
  const xOf = (place: number) => (middles.get(place) ?? 0) - left;
  const boxes = groups.map((members, g): Box => {
    const layer = layerOf[g] ?? 0;
    return { members, layer, x: xOf(g), y: tops[layer] ?? 0, ...sizeOf(members) };
  });
  return {
    width: Math.max(...edges, 0) - left,
    height: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0),
    boxes,
    arrows: ways.map(({ from, to, passing }) => {
      const [above, below] = [boxes[from], boxes[to]];
      const through = passing.flatMap((place, k): [number, number][] => {
        const layer = (above?.layer ?? 0) + 1 + k;
        const top = tops[layer] ?? 0;
        return [
          [xOf(place), top],
          [xOf(place), top + (heights[layer] ?? 0)],
        ];
      });
      return {
        from,
        to,
        points: [[xOf(from), (above?.y ?? 0) + (above?.height ?? 0)], ...through, [xOf(to), below?.y ?? 0]],
      };
    }),
    apart,
  };
}

interface Passing {
  readonly layers: readonly (readonly number[])[];
  readonly links: readonly Link[];
  readonly ways: readonly {
    readonly from: number;
    readonly to: number;
    readonly passing: readonly number[];
  }[];
}

/** Gives an arrow that spans several layers a place in each that it passes, so that it is led around the boxes. */
function withPassing(arrows: Relation, layerOf: readonly number[]): Passing {
  const layers: number[][] = Array.from({ length: Math.max(-1, ...layerOf) + 1 }, () => []);
  for (const [g, layer] of layerOf.entries()) layers[layer]?.push(g);
  const links: Link[] = [];
  const ways: Passing['ways'][number][] = [];
  let next = layerOf.length;
  arrows.forEach((row, from) => {
    row.forEach((is, to) => {
      if (!is) return;
      const passing: number[] = [];
      for (let layer = (layerOf[from] ?? 0) + 1; layer < (layerOf[to] ?? 0); layer++) {
        layers[layer]?.push(next);
        passing.push(next++);
      }
      const way = [from, ...passing, to];
      way.slice(1).forEach((place, k) => {
        links.push([way[k] ?? from, place]);
      });
      ways.push({ from, to, passing });
    });
  });
  return { layers, links, ways };
}

/** The middle of every place: near those that it is linked to, in the order of its layer. */
function placed(
  order: readonly (readonly number[])[],
  links: readonly Link[],
  widthOf: (place: number) => number,
): ReadonlyMap<number, number> {
  const linked = new Map<number, number[]>();
  for (const [above, below] of links) {
    linked.set(above, [...(linked.get(above) ?? []), below]);
    linked.set(below, [...(linked.get(below) ?? []), above]);
  }
  const middles = new Map<number, number>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const layer of order) {
      const wishes = layer.map((place, k): Wish => {
        const beside = (linked.get(place) ?? []).flatMap((each) => middles.get(each) ?? []);
        const at = middles.get(place) ?? k;
        const sum = beside.reduce((total, each) => total + each, 0);
        return { middle: beside.length === 0 ? at : sum / beside.length, width: widthOf(place) };
      });
      spread(wishes, GAP.x).forEach((middle, k) => {
        middles.set(layer[k] ?? -1, middle);
      });
    }
  }
  return middles;
}
