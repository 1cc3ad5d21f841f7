/** An arrow between neighbouring layers, by the places' own numbers. */
export type Link = readonly [above: number, below: number];

/** Rounds of sweeping; more change little in drawings of 64 profiles. */
const SWEEPS = 12;

/**
 * Orders the places of each layer so that fewer arrows cross: each goes to the middle of its neighbours in the layer
 * swept from, down and up in turn (Sugiyama, Tagawa, Toda 1981). The best order met is kept, so it is never worse.
 */
export function ordered(
  layers: readonly (readonly number[])[],
  links: readonly Link[],
): readonly (readonly number[])[] {
  const up = neighbours(links, 1);
  const down = neighbours(links, 0);
  let current = layers.map((layer) => [...layer]);
  let best = { layers: current, crossings: crossings(current, links) };
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep++) {
    const downwards = sweep % 2 === 0;
    const next = current.map((layer) => [...layer]);
    const order = [...next.keys()];
    if (!downwards) order.reverse();
    for (const k of order.slice(1)) {
      const fixed = new Map(next[downwards ? k - 1 : k + 1]?.map((place, at) => [place, at]));
      next[k] = byBarycentre(next[k] ?? [], fixed, downwards ? up : down);
    }
    current = next;
    const count = crossings(current, links);
    if (count < best.crossings) best = { layers: current, crossings: count };
  }
  return best.layers;
}

/** How many pairs of arrows between neighbouring layers cross: O(arrows · log arrows). */
export function crossings(layers: readonly (readonly number[])[], links: readonly Link[]): number {
  const [at, layerOf]: [number[], number[]] = [[], []];
  layers.forEach((layer, k) => {
    layer.forEach((place, position) => {
      at[place] = position;
      layerOf[place] = k;
    });
  });
  const between = layers.map((): Link[] => []);
  for (const [above, below] of links) between[layerOf[above] ?? 0]?.push([at[above] ?? 0, at[below] ?? 0]);
  return between.reduce((sum, arrows) => sum + inversions(arrows), 0);
}

/** Pairs of which one begins left of the other and ends right of it: from left to right, those before that end further right. */
function inversions(arrows: readonly Link[]): number {
  const size = Math.max(0, ...arrows.map(([, below]) => below)) + 1;
  // A Fenwick tree of how many have ended at each place.
  const ended = new Int32Array(size + 1);
  let count = 0;
  const sorted = arrows.toSorted(([a, b], [c, d]) => a - c || b - d);
  sorted.forEach(([, below], before) => {
    let notRight = 0;
    for (let k = below + 1; k > 0; k -= k & -k) notRight += ended[k] ?? 0;
    count += before - notRight;
    for (let k = below + 1; k <= size; k += k & -k) ended[k] = (ended[k] ?? 0) + 1;
  });
  return count;
}

type Neighbours = ReadonlyMap<number, readonly number[]>;

/** By the place at one end of the arrows, those at the other. */
function neighbours(links: readonly Link[], end: 0 | 1): Neighbours {
  const all = new Map<number, number[]>();
  for (const link of links) {
    const list = all.get(link[end]) ?? [];
    list.push(link[end === 0 ? 1 : 0]);
    all.set(link[end], list);
  }
  return all;
}

/** Whatever has no neighbours stays where it is among the others. */
function byBarycentre(
  layer: readonly number[],
  fixed: ReadonlyMap<number, number>,
  of: Neighbours,
): number[] {
  return layer
    .map((place, at) => {
      const beside = (of.get(place) ?? []).flatMap((each) => fixed.get(each) ?? []);
      const sum = beside.reduce((total, each) => total + each, 0);
      return { place, at, middle: beside.length === 0 ? at : sum / beside.length };
    })
    .sort((a, b) => a.middle - b.middle || a.at - b.at)
    .map(({ place }) => place);
}
