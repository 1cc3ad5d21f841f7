/**
 * AssemblyScript, compiled to WebAssembly SIMD by scripts/kernels.mjs: the pair tallies of one tile
 * (aggregation.md §4 "Pairs"). What lies where in memory, and why it is exact, stands in ../tile.ts.
 */

/** Bytes of one column: a 16-bit number of each of the tile's 512 stakeholders. */
const COLUMN: usize = 1024;
/** Of each profile: low, best on the left, best on the right, high. */
const PROFILE: usize = 4 * COLUMN;
const BEST: usize = COLUMN;
const BEST_RIGHT: usize = 2 * COLUMN;
const HIGH: usize = 3 * COLUMN;
/** Of each dimension: the lower 15 bits of the weights, then the upper 15. */
const WEIGHTS: usize = 2 * COLUMN;
/** Of a pair: its sum under `necessary`, `expected` and `possible`, as doubles. */
const SUMS: usize = 24;

/** The sum of four 32-bit lanes. */
function lanes32(sums: v128): f64 {
  return (
    f64(i32x4.extract_lane(sums, 0)) +
    f64(i32x4.extract_lane(sums, 1)) +
    f64(i32x4.extract_lane(sums, 2)) +
    f64(i32x4.extract_lane(sums, 3))
  );
}

/** Of eight 16-bit lanes. */
function lanes16(sums: v128): f64 {
  return lanes32(i32x4.extadd_pairwise_i16x8_s(sums));
}

/** Masks are −1 where a stakeholder prefers, so that all sums are of the other sign. */
function take(at: usize, amount: f64): void {
  store<f64>(at, load<f64>(at) - amount);
}

/** Of weights in two halves. */
function halves(lower: v128, upper: v128): f64 {
  return lanes32(lower) + 32768.0 * lanes32(upper);
}

/** Heads of one pair. At most 64 vectors, so no lane passes 64. */
function heads(x: usize, y: usize, bytes: usize, at: usize): void {
  let necessary = i16x8.splat(0);
  let expected = i16x8.splat(0);
  let possible = i16x8.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    necessary = i16x8.add(necessary, i16x8.gt_s(v128.load(x + i), v128.load(y + i, HIGH)));
    expected = i16x8.add(expected, i16x8.gt_s(v128.load(x + i, BEST), v128.load(y + i, BEST_RIGHT)));
    possible = i16x8.add(possible, i16x8.gt_s(v128.load(x + i, HIGH), v128.load(y + i)));
  }
  take(at, lanes16(necessary));
  take(at + 8, lanes16(expected));
  take(at + 16, lanes16(possible));
}

/**
 * One dimension's weights of one pair. A lane gets at most 128 numbers below 2¹⁵, and stays below 2²². With its heads
 * in the same loop it was slower: sixteen registers do not hold so much.
 */
function weightsOf(x: usize, y: usize, bytes: usize, weights: usize, at: usize): void {
  let necessaryLower = i32x4.splat(0);
  let necessaryUpper = i32x4.splat(0);
  let expectedLower = i32x4.splat(0);
  let expectedUpper = i32x4.splat(0);
  let possibleLower = i32x4.splat(0);
  let possibleUpper = i32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const lower = v128.load(weights + i);
    const upper = v128.load(weights + i, COLUMN);
    const necessary = i16x8.gt_s(v128.load(x + i), v128.load(y + i, HIGH));
    const expected = i16x8.gt_s(v128.load(x + i, BEST), v128.load(y + i, BEST_RIGHT));
    const possible = i16x8.gt_s(v128.load(x + i, HIGH), v128.load(y + i));
    necessaryLower = i32x4.add(necessaryLower, i32x4.dot_i16x8_s(necessary, lower));
    necessaryUpper = i32x4.add(necessaryUpper, i32x4.dot_i16x8_s(necessary, upper));
    expectedLower = i32x4.add(expectedLower, i32x4.dot_i16x8_s(expected, lower));
    expectedUpper = i32x4.add(expectedUpper, i32x4.dot_i16x8_s(expected, upper));
    possibleLower = i32x4.add(possibleLower, i32x4.dot_i16x8_s(possible, lower));
    possibleUpper = i32x4.add(possibleUpper, i32x4.dot_i16x8_s(possible, upper));
  }
  take(at, halves(necessaryLower, necessaryUpper));
  take(at + 8, halves(expectedLower, expectedUpper));
  take(at + 16, halves(possibleLower, possibleUpper));
}

/**
 * Adds the heads of every ordered pair of different profiles, and the weights of every dimension.
 *
 * @param tile where the columns begin
 * @param profiles 2 to 64
 * @param bytes how far the columns are filled, a multiple of 16, at most 1024
 * @param weights where the weights begin
 * @param dimensions 0 to 8
 * @param sums where the sums begin: heads of all pairs, then each dimension's
 */
export function addPairs(
  tile: usize,
  profiles: i32,
  bytes: usize,
  weights: usize,
  dimensions: i32,
  sums: usize,
): void {
  const all = usize(profiles * profiles) * SUMS;
  for (let x = 0; x < profiles; x++) {
    const left = tile + usize(x) * PROFILE;
    for (let y = 0; y < profiles; y++) {
      if (x === y) continue;
      const right = tile + usize(y) * PROFILE;
      const at = sums + usize(x * profiles + y) * SUMS;
      heads(left, right, bytes, at);
      for (let d = 0; d < dimensions; d++) {
        weightsOf(left, right, bytes, weights + usize(d) * WEIGHTS, at + usize(d + 1) * all);
      }
    }
  }
}

/**
 * Adds, for every ordered pair, how many have a best score of either profile undefined and yet hold y better than x
 * possible: silent stakeholders with them, whom the caller takes off again.
 *
 * @param sums one double a pair
 */
export function addUndecided(tile: usize, profiles: i32, bytes: usize, sums: usize): void {
  for (let x = 0; x < profiles; x++) {
    const left = tile + usize(x) * PROFILE;
    for (let y = 0; y < profiles; y++) {
      if (x === y) continue;
      const right = tile + usize(y) * PROFILE;
      let undecided = i16x8.splat(0);
      for (let i: usize = 0; i < bytes; i += 16) {
        const possible = i16x8.gt_s(v128.load(right + i, HIGH), v128.load(left + i));
        // A best score that is undefined is −1 on the left: as a sign, and so as a mask.
        const either = v128.or(v128.load(left + i, BEST), v128.load(right + i, BEST));
        undecided = i16x8.add(undecided, v128.and(possible, i16x8.shr_s(either, 15)));
      }
      take(sums + 8 * usize(x * profiles + y), lanes16(undecided));
    }
  }
}
