import { type Game, holds } from './game';

/**
 * Swings of one player of each type by size, as `countSwings` gives them, by looking at every coalition: the way
 * for n ≤ 24 where weights are too large to count by, and the slow twin of the other way. Cost 2ⁿ·(n + nodes),
 * memory 2ⁿ bytes.
 */
export function enumerateSwings(game: Game): bigint[][] {
  const n = game.players;
  const adequate = adequateCoalitions(game);
  const sizes = new Uint8Array(1 << n);
  for (let S = 1; S < sizes.length; S++) sizes[S] = sizes[S >> 1]! + (S & 1);
  return game.types.map(({ members: [first = 0] }) => {
    const swings = new Float64Array(n);
    const bit = 1 << first;
    for (let block = 0; block < adequate.length; block += 2 * bit) {
      for (let S = block; S < block + bit; S++) {
        if (adequate[S] !== adequate[S + bit]) swings[sizes[S]!]!++;
      }
    }
    return Array.from(swings, BigInt);
  });
}

/** By coalition as a bit set of stakeholders, 1 where it is adequate. Gray code: one player changes at a time. */
function adequateCoalitions(game: Game): Uint8Array {
  const players = game.types.flatMap((type) => type.members.map((member) => ({ type, member })));
  const adequate = new Uint8Array(1 << game.players);
  const weight = game.totals.map(() => 0);
  const named = game.atoms.map((_, a) => players.filter(({ type }) => type.named.includes(a)).length);
  let [S, size] = [0, 0];
  const satisfied = (a: number): boolean => {
    const atom = game.atoms[a]!;
    switch (atom.kind) {
      case 'quota':
        return weight[atom.axis]! >= atom.quota;
      case 'size':
        return size >= atom.atLeast;
      case 'includes':
        return named[a] === 0;
    }
  };
  for (let step = 0; step < adequate.length; step++) {
    adequate[S] = holds(game.formula, satisfied) ? 1 : 0;
    const { type, member } = players[31 - Math.clz32((step + 1) & -(step + 1))] ?? {};
    if (type === undefined || member === undefined) break;
    S ^= 1 << member;
    const sign = (S >> member) & 1 ? 1 : -1;
    size += sign;
    for (const [axis, w] of type.weights.entries()) weight[axis]! += sign * w;
    for (const a of type.named) named[a]! -= sign;
  }
  return adequate;
}
