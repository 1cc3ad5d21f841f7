import type { Arrow, Box, Layout } from './layout';
import { type Link, ordered } from './order';
import type { Relation } from './relation';
import { structureOf } from './structure';

/** A profile's mark and the room that it takes, how many stand in a row (a telephone's width), and from layer to layer. */
const MARK = 28;
const PITCH = 32;
const MOST_IN_ROW = 10;
const GAP = 36;

interface Place {
  readonly group: number;
  readonly x: number;
  /** Below the upper edge of its layer. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The layers of many profiles, as small as can be pointed at, so that all of them are seen at once on any screen: each
 * layer breaks into rows, a cycle is a block of its marks, and arrows are straight.
 */
export function denseLayout(relation: Relation): Layout {
  const { groups, arrows, layerOf, apart } = structureOf(relation);
  const layers: number[][] = Array.from({ length: Math.max(-1, ...layerOf) + 1 }, () => []);
  for (const [g, layer] of layerOf.entries()) layers[layer]?.push(g);
  const links: Link[] = arrows.flatMap((row, from) =>
    row.flatMap((is, to): Link[] =>
      is && (layerOf[to] ?? 0) === (layerOf[from] ?? 0) + 1 ? [[from, to]] : [],
    ),
  );
  const boxes: Box[] = [];
  let top = 0;
  ordered(layers, links).forEach((order, layer) => {
    const places = inRows(order, groups);
    for (const { group, x, y, width, height } of places) {
      boxes[group] = { members: groups[group] ?? [], layer, x: x + width / 2, y: top + y, width, height };
    }
    top += Math.max(...places.map(({ y, height }) => y + height)) + GAP;
  });
  return {
    width: MOST_IN_ROW * PITCH,
    height: Math.max(0, top - GAP),
    boxes,
    arrows: arrows.flatMap((row, from) => row.flatMap((is, to) => (is ? straight(boxes, from, to) : []))),
    apart,
  };
}

/** The arrow between two of the boxes; none where one of them is not there. */
export function straight(boxes: readonly Box[], from: number, to: number): readonly Arrow[] {
  const [above, below] = [boxes[from], boxes[to]];
  if (above === undefined || below === undefined) return [];
  const points = [
    [above.x, above.y + above.height],
    [below.x, below.y],
  ] as const;
  return [{ from, to, points }];
}

/** The groups of a layer from left to right, in as many rows as they need, each row in the middle. */
function inRows(order: readonly number[], groups: readonly (readonly number[])[]): readonly Place[] {
  const rows: Place[][] = [[]];
  let [x, y, tallest] = [0, 0, 0];
  for (const group of order) {
    const { width, height } = sizeOf(groups[group]?.length ?? 1);
    if (x > 0 && x + width > MOST_IN_ROW * PITCH) {
      y += tallest + PITCH - MARK;
      [x, tallest] = [0, 0];
      rows.push([]);
    }
    rows.at(-1)?.push({ group, x, y, width, height });
    x += width + PITCH - MARK;
    tallest = Math.max(tallest, height);
  }
  return rows.flatMap((row) => {
    const last = row.at(-1);
    const left = last === undefined ? 0 : (MOST_IN_ROW * PITCH - last.x - last.width) / 2;
    return row.map((place) => ({ ...place, x: place.x + left }));
  });
}

/** A block of marks, for a cycle with a frame around it. */
function sizeOf(members: number): { readonly width: number; readonly height: number } {
  if (members === 1) return { width: MARK, height: MARK };
  const across = Math.min(members, MOST_IN_ROW - 1);
  return { width: across * MARK + FRAME, height: Math.ceil(members / across) * MARK + FRAME };
}

/** Both borders and paddings of a cycle's block. */
const FRAME = 12;
