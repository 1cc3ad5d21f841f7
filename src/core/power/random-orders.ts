import { type Game, holds } from './game';
import { below, type Random } from './random';

/** Who made a random order's growing coalition adequate, and how many had joined before. */
export interface Pivots {
  /** Indices of types, one per sample. */
  readonly types: Int32Array;
  readonly positions: Int32Array;
}

/**
 * Pivots of `samples` random orders of the players. Requires that everyone together is adequate and nobody is not.
 *
 * The order is shuffled only as far as it is looked at; starting each from the last does no harm to uniformity.
 * The formula is asked once a block of √n players, then once a player in the block where it turns (it is
 * monotone): about n/2 draws and 2·√n questions a sample.
 */
export function randomPivots(game: Game, samples: number, random: Random): Pivots {
  const { types, atoms, formula, totals } = game;
  const axes = totals.length;
  const order = Int32Array.from(types.flatMap(({ members }, t) => new Array<number>(members.length).fill(t)));
  const typeWeights = Float64Array.from(types.flatMap(({ weights }) => weights));
  const typeNamed = types.map(({ named }) => named);
  // With a million players, looking up that nobody is named would be a cache miss each.
  const naming = typeNamed.some(({ length }) => length > 0);
  const everyone = new Float64Array(atoms.length);
  for (const { named, members } of types) for (const a of named) everyone[a]! += members.length;

  const weights = new Float64Array(axes);
  const missing = new Float64Array(atoms.length);
  let size = 0;
  const change = (t: number, by: number): void => {
    size += by;
    for (let axis = 0; axis < axes; axis++) weights[axis]! += by * typeWeights[t * axes + axis]!;
    if (!naming) return;
    const named = typeNamed[t]!;
    for (let k = 0; k < named.length; k++) missing[named[k]!]! -= by;
  };
  const satisfied = (a: number): boolean => {
    const atom = atoms[a]!;
    if (atom.kind === 'quota') return weights[atom.axis]! >= atom.quota;
    return atom.kind === 'size' ? size >= atom.atLeast : missing[a] === 0;
  };

  const pivots = { types: new Int32Array(samples), positions: new Int32Array(samples) };
  const block = Math.max(1, Math.floor(Math.sqrt(order.length)));
  for (let sample = 0; sample < samples; sample++) {
    size = 0;
    weights.fill(0);
    missing.set(everyone);
    let from = 0;
    while (from < order.length) {
      const to = Math.min(from + block, order.length);
      for (let k = from; k < to; k++) {
        const other = k + below(random, order.length - k);
        const t = order[other]!;
        order[other] = order[k]!;
        order[k] = t;
        change(t, 1);
      }
      if (holds(formula, satisfied)) break;
      from = to;
    }
    // Back to the start of the block, and on one by one.
    for (let k = Math.min(from + block, order.length) - 1; k >= from; k--) change(order[k]!, -1);
    let pivot = from;
    for (change(order[pivot]!, 1); !holds(formula, satisfied); change(order[pivot]!, 1)) pivot++;
    pivots.types[sample] = order[pivot]!;
    pivots.positions[sample] = pivot;
  }
  return pivots;
}
