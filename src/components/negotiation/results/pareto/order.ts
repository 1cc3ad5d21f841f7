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

/** How many pairs of arrows between neighbouring layers cross: O(arrows²) of each pair of layers. */
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
  let count = 0;
  for (const arrows of between) {
    arrows.forEach(([above, below], i) => {
      for (let k = i + 1; k < arrows.length; k++) {
        const [otherAbove, otherBelow] = arrows[k] ?? [above, below];
        if ((above - otherAbove) * (below - otherBelow) < 0) count++;
      }
    });
  }
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
