import { type Game, holds, type PlayerType } from './game';

/** A coalition that grows and shrinks by one player at a time and knows whether it is adequate. */
export interface Coalition {
  add(type: PlayerType, players?: number): void;
  remove(type: PlayerType): void;
  adequate(): boolean;
  clear(): void;
}

export function emptyCoalition(game: Game): Coalition {
  const { atoms, formula } = game;
  const weights = new Float64Array(game.totals.length);
  const named = new Float64Array(atoms.length);
  for (const { named: atomsNaming, members } of game.types) {
    for (const a of atomsNaming) named[a]! += members.length;
  }
  const missing = named.slice();
  let size = 0;
  const change = (type: PlayerType, by: number): void => {
    size += by;
    for (let axis = 0; axis < weights.length; axis++) weights[axis]! += by * type.weights[axis]!;
    for (const a of type.named) missing[a]! -= by;
  };
  const satisfied = (a: number): boolean => {
    const atom = atoms[a]!;
    if (atom.kind === 'quota') return weights[atom.axis]! >= atom.quota;
    return atom.kind === 'size' ? size >= atom.atLeast : missing[a] === 0;
  };
  return {
    add: (type, players = 1) => change(type, players),
    remove: (type) => change(type, -1),
    adequate: () => holds(formula, satisfied),
    clear: () => {
      size = 0;
      weights.fill(0);
      missing.set(named);
    },
  };
}
