export type Interval = readonly [low: number, high: number];

const Z95 = 1.959963984540054;

/** Wilson's score interval at 95 % (Wilson 1927). Unlike the plain normal one it is no point where nothing was seen. */
function wilson(share: number, samples: number): Interval {
  const z2 = (Z95 * Z95) / samples;
  const centre = share + z2 / 2;
  const half = Z95 * Math.sqrt((share * (1 - share)) / samples + z2 / (4 * samples));
  return [
    share === 0 ? 0 : Math.max(0, (centre - half) / (1 + z2)),
    share === 1 ? 1 : Math.min(1, (centre + half) / (1 + z2)),
  ];
}

/** Sums over weighted samples: of the weights and of their squares, those that fell to somebody and all. */
export interface WeightedShare {
  readonly own: number;
  readonly ownSquares: number;
  readonly all: number;
  readonly squares: number;
}

/**
 * Wilson's interval for a share own/all of weighted samples, at their effective number: Kish's (Σw)²/Σw², or what
 * the linearised variance of the ratio, Σ w²·(hit − share)²/(Σw)², makes of it where that is fewer. With equal
 * weights both are the number of samples.
 */
export function weightedShare({ own, ownSquares, all, squares }: WeightedShare): Interval {
  const share = own / all;
  const variance =
    (ownSquares * (1 - share) * (1 - share) + (squares - ownSquares) * share * share) / (all * all);
  const kish = (all * all) / squares;
  return wilson(share, variance > 0 ? Math.min(kish, (share * (1 - share)) / variance) : kish);
}
