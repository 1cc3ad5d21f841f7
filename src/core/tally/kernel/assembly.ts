/**
 * AssemblyScript, compiled to WebAssembly SIMD by scripts/kernels.mjs: the pair tallies of one tile
 * (aggregation.md §4 "Pairs"). What a tile is stands in ../tile.ts, what lies where in memory in ../simd-kernel.ts.
 *
 * Eight stakeholders at a time: whoever of them prefers is a mask of eight bits, and what those weigh together stands in
 * a table of 256 sums, made once a tile. So a pair takes one addition for eight stakeholders, of heads and of weights in
 * two dimensions at once.
 */

/** Bytes of one column: a 16-bit number of each of the tile's 32 stakeholders. */
const COLUMN: usize = 64;
/** Of each profile: low, best on the left, high, best on the right. */
const PROFILE: usize = 4 * COLUMN;
const BEST: usize = COLUMN;
const HIGH: usize = 2 * COLUMN;
const BEST_RIGHT: usize = 3 * COLUMN;
/** Of the tile's 32 stakeholders, 32 bits each. */
const WEIGHTS: usize = 128;
/** Of eight stakeholders: 256 sums of two 64-bit lanes. Those of the tile's first eight begin at address 0. */
const TABLE: usize = 4096;
/** Of two profiles x > y and three columns of x: x preferred by it, then y. */
const PAIR: usize = 96;
/** A head, in the first lane of a sum: more than all weights together, at most 10⁶ · 10⁹. 16,383 fit in 64 bits. */
const HEAD_BIT = 50;
const HEAD: i64 = 1 << HEAD_BIT;
/** Of two profiles under `necessary`, `expected` and `possible`, as doubles. */
const STANCES: usize = 24;
/** A best score that is undefined is −1, and on the right this: above every score and rank. */
const NEVER_LESS: i16 = 16383;

/** Where in a table the sum stands of those whose sign is set: eight signs become bits 4 to 11, sixteen bytes a sum. */
function place(signs: v128): usize {
  const bytes = i8x16(-1, -1, -1, -1, 1, 3, 5, 7, 9, 11, 13, 15, -1, -1, -1, -1);
  return usize(i8x16.bitmask(i8x16.swizzle(signs, bytes)));
}

/** Of those whose left number is the greater: all lie between −1 and 16,383, so that the sign of a difference tells. */
function over(left: v128, right: v128): usize {
  return place(i16x8.sub(right, left));
}

function add(at: usize, first: v128, second: v128, third: v128, fourth: v128): void {
  const sum = i64x2.add(i64x2.add(first, second), i64x2.add(third, fourth));
  v128.store(at, i64x2.add(v128.load(at), sum));
}

/** One column against another, and the other against the one. */
function addBoth(one: usize, other: usize, at: usize): void {
  const a = v128.load(one);
  const b = v128.load(one, 16);
  const c = v128.load(one, 32);
  const d = v128.load(one, 48);
  const e = v128.load(other);
  const f = v128.load(other, 16);
  const g = v128.load(other, 32);
  const h = v128.load(other, 48);
  add(
    at,
    v128.load(over(a, e)),
    v128.load(over(b, f), TABLE),
    v128.load(over(c, g), 2 * TABLE),
    v128.load(over(d, h), 3 * TABLE),
  );
  add(
    at + 16,
    v128.load(over(e, a)),
    v128.load(over(f, b), TABLE),
    v128.load(over(g, c), 2 * TABLE),
    v128.load(over(h, d), 3 * TABLE),
  );
}

/** Best scores, of which some may be undefined: the column for the left against the one for the right. */
function addBest(left: usize, right: usize, at: usize): void {
  add(
    at,
    v128.load(over(v128.load(left, BEST), v128.load(right, BEST_RIGHT))),
    v128.load(over(v128.load(left, BEST + 16), v128.load(right, BEST_RIGHT + 16)), TABLE),
    v128.load(over(v128.load(left, BEST + 32), v128.load(right, BEST_RIGHT + 32)), 2 * TABLE),
    v128.load(over(v128.load(left, BEST + 48), v128.load(right, BEST_RIGHT + 48)), 3 * TABLE),
  );
}

/**
 * Adds who prefers x to y, and who y to x, for every two profiles x > y.
 *
 * @param tile where the columns begin
 * @param profiles 1 to 64
 * @param sums where the sums begin: pair after pair, x ascending, then y
 */
export function addPairs(tile: usize, profiles: i32, sums: usize): void {
  let at = sums;
  for (let x = 1; x < profiles; x++) {
    const left = tile + usize(x) * PROFILE;
    for (let y = 0; y < x; y++) {
      const right = tile + usize(y) * PROFILE;
      addBoth(left, right + HIGH, at);
      addBest(left, right, at + 32);
      addBest(right, left, at + 48);
      addBoth(left + HIGH, right, at + 64);
      at += PAIR;
    }
  }
}

/** Of those who have a best score of either profile undefined: who holds the right one better possible. */
function undecided(left: usize, right: usize): usize {
  const possible = i16x8.sub(v128.load(left), v128.load(right, HIGH));
  return place(v128.and(possible, v128.or(v128.load(left, BEST), v128.load(right, BEST))));
}

/**
 * Adds, for every two profiles x > y, how many have a best score of either undefined and yet hold y better than x
 * possible, then x better than y: silent stakeholders with them, whom the caller takes off again.
 *
 * @param sums where two sums a pair begin, of which the heads alone are meant
 */
export function addUndecided(tile: usize, profiles: i32, sums: usize): void {
  let at = sums;
  for (let x = 1; x < profiles; x++) {
    const left = tile + usize(x) * PROFILE;
    for (let y = 0; y < x; y++, at += 32) {
      const right = tile + usize(y) * PROFILE;
      for (let eight: usize = 0; eight < COLUMN; eight += 16) {
        const table = eight * (TABLE / 16);
        const one = v128.load(table + undecided(left + eight, right + eight));
        const other = v128.load(table + undecided(right + eight, left + eight));
        v128.store(at, i64x2.add(v128.load(at), one));
        v128.store(at, i64x2.add(v128.load(at, 16), other), 16);
      }
    }
  }
}

/**
 * Makes the tables of the tile's four times eight stakeholders, in two dimensions.
 *
 * @param weights where the weights of the first begin; those of the second follow
 * @param length how many stakeholders there are: others weigh nothing, whatever they prefer
 * @param counted whether heads are counted too
 */
export function fillTables(weights: usize, length: i32, counted: bool): void {
  for (let i = 0; i < 32; i++) {
    const table = usize(i >> 3) * TABLE;
    if ((i & 7) === 0) v128.store(table, i64x2.splat(0));
    let own = i64x2.splat(0);
    if (i < length) {
      const at = weights + 4 * usize(i);
      own = i64x2.replace_lane(own, 0, i64(load<u32>(at)) + (counted ? HEAD : 0));
      own = i64x2.replace_lane(own, 1, i64(load<u32>(at, WEIGHTS)));
    }
    const half = usize(16) << usize(i & 7);
    for (let sum = table; sum < table + half; sum += 16) {
      v128.store(sum + half, i64x2.add(v128.load(sum), own));
    }
  }
}

/** Eight scores of 32 bits as 16; one that passes those is of weighted criteria, and the caller writes its rank. */
function eightOf(row: usize): v128 {
  return i16x8.narrow_i32x4_s(v128.load(row), v128.load(row, 16));
}

/** Lanes of 16 bits from the halves of two vectors in turns. */
function lower16(a: v128, b: v128): v128 {
  return v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

function upper16(a: v128, b: v128): v128 {
  return v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

/** Of pairs of rows in turns: four of the columns. */
function turnFour(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  const e = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const f = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const g = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const h = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(at, v128.shuffle<i64>(e, f, 0, 2));
  v128.store(at, v128.shuffle<i64>(e, f, 1, 3), PROFILE);
  v128.store(at, v128.shuffle<i64>(g, h, 0, 2), 2 * PROFILE);
  v128.store(at, v128.shuffle<i64>(g, h, 1, 3), 3 * PROFILE);
}

/** Writes the scores of eight stakeholders for eight profiles from row to column. */
function turn(at: usize, a: v128, b: v128, c: v128, d: v128, e: v128, f: v128, g: v128, h: v128): void {
  turnFour(at, lower16(a, b), lower16(c, d), lower16(e, f), lower16(g, h));
  turnFour(at + 4 * PROFILE, upper16(a, b), upper16(c, d), upper16(e, f), upper16(g, h));
}

/**
 * Writes the columns from rows: low scores of the tile's 32 stakeholders, then best ones, then high ones.
 *
 * @param rows where the rows begin, 4 bytes a score; 32 bytes behind the last are read too
 * @param profiles 1 to 64; the columns have room for the next multiple of eight
 * @returns whether a best score is undefined
 */
export function fillColumns(rows: usize, profiles: usize, tile: usize): bool {
  const row = 4 * profiles;
  for (let column: usize = 0; column <= HIGH; column += COLUMN) {
    for (let i: usize = 0; i < COLUMN; i += 16) {
      for (let x: usize = 0; x < profiles; x += 8) {
        const from = rows + 4 * x;
        turn(
          tile + x * PROFILE + column + i,
          eightOf(from),
          eightOf(from + row),
          eightOf(from + 2 * row),
          eightOf(from + 3 * row),
          eightOf(from + 4 * row),
          eightOf(from + 5 * row),
          eightOf(from + 6 * row),
          eightOf(from + 7 * row),
        );
      }
      rows += 8 * row;
    }
  }
  let either = i16x8.splat(0);
  for (let x: usize = 0; x < profiles; x++) {
    const at = tile + x * PROFILE;
    for (let i: usize = 0; i < COLUMN; i += 16) {
      const best = v128.load(at + i, BEST);
      either = v128.or(either, best);
      v128.store(at + i, v128.and(best, i16x8.splat(NEVER_LESS)), BEST_RIGHT);
    }
  }
  return v128.any_true(i16x8.shr_s(either, 15));
}

/** The heads of a lane, or its weights. */
function numberIn(at: usize, heads: bool): f64 {
  const lane = load<u64>(at);
  return f64(heads ? lane >> HEAD_BIT : lane & (HEAD - 1));
}

function take(at: usize, amount: f64): void {
  store<f64>(at, load<f64>(at) + amount);
}

/** Adds to doubles, by x and y, the heads of what `addUndecided` counted. */
export function unpackUndecided(sums: usize, profiles: i32, to: usize): void {
  let at = sums;
  for (let x = 1; x < profiles; x++) {
    for (let y = 0; y < x; y++, at += 32) {
      take(to + 8 * usize(x * profiles + y), numberIn(at, true));
      take(to + 8 * usize(y * profiles + x), numberIn(at + 16, true));
    }
  }
}

/**
 * Adds one lane of the sums to doubles, by x, y and stance: low above high is `necessary`, high above low `possible`,
 * so that one column of x serves both, in turns.
 *
 * @param sums where the sums begin, or eight bytes behind for the second lane
 * @param heads whether heads are meant, or else weights
 * @param to where the doubles begin
 */
export function unpack(sums: usize, profiles: i32, heads: bool, to: usize): void {
  let at = sums;
  for (let x = 1; x < profiles; x++) {
    for (let y = 0; y < x; y++) {
      const xFirst = to + usize(x * profiles + y) * STANCES;
      const yFirst = to + usize(y * profiles + x) * STANCES;
      for (let stance: usize = 0; stance < STANCES; stance += 8) {
        take(xFirst + stance, numberIn(at, heads));
        take(yFirst + (STANCES - 8) - stance, numberIn(at + 16, heads));
        at += 32;
      }
    }
  }
}
