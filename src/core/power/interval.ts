export type Interval = readonly [low: number, high: number];

/** Two-sided normal quantiles: 95 %, and 97.5 % for each of two intervals that hold together with 95 %. */
export const Z95 = 1.959963984540054;
export const Z975 = 2.241402727604947;

/**
 * Wilson's score interval (Wilson 1927) for a mean in [0, 1] of `samples` independent draws. Exact-shaped for
 * yes-or-no draws; for draws in between, whose variance is smaller, it is on the safe side. Unlike the plain normal
 * interval it does not shrink to a point where nothing was seen.
 */
export function wilson(mean: number, samples: number, z: number): Interval {
  const shrink = 1 + (z * z) / samples;
  const centre = (mean + (z * z) / (2 * samples)) / shrink;
  const half = (z / shrink) * Math.sqrt((mean * (1 - mean)) / samples + (z * z) / (4 * samples * samples));
  return [mean === 0 ? 0 : Math.max(0, centre - half), mean === 1 ? 1 : Math.min(1, centre + half)];
}
