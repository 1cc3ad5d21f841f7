import type { TallyKernel } from './tally-kernel';
import { COLUMNS, TILE, type Tile } from './tile';

/** Stakeholders whose comparisons make one mask, and how many of its bits a table answers for. */
const MASK = 32;
const BYTE = 8;
/** On the left and on the right of the comparison, for `necessary`, `expected` and `possible`. */
const SIDES = [
  [0, 3],
  [1, 2],
  [3, 0],
] as const;

/**
 * The kernel in JavaScript: comparisons of 32 stakeholders make the bits of a mask, which is counted by adding bits,
 * and weighed by four tables of 256 sums, made once per 32 stakeholders and dimension.
 */
export function plainKernel(profiles: number, dimensions: number): TallyKernel {
  const pairs = profiles * profiles;
  const columns = new Int16Array(profiles * COLUMNS * TILE);
  const halves = new Int16Array(2 * dimensions * TILE);
  const sums = new Float64Array((dimensions + 1) * pairs * 3);
  const undecided = new Float64Array(pairs);
  const tables = new Float64Array(dimensions * (MASK / BYTE) * 256);

  const countMask = (mask: number, at: number) => {
    sums[at]! += bitsOf(mask);
    for (let d = 0; d < dimensions; d++) sums[at + (d + 1) * pairs * 3]! += weigh(tables, d * 1024, mask);
  };
  const countBlock = (from: number) => {
    for (let x = 0; x < profiles; x++) {
      const left = x * COLUMNS * TILE + from;
      for (let y = 0; y < profiles; y++) {
        if (x === y) continue;
        const right = y * COLUMNS * TILE + from;
        for (let stance = 0; stance < 3; stance++) {
          const [a, b] = SIDES[stance]!;
          const mask = greater(columns, left + a * TILE, right + b * TILE);
          if (mask !== 0) countMask(mask, (x * profiles + y) * 3 + stance);
        }
      }
    }
  };
  const countUndecided = (length: number) => {
    for (let x = 0; x < profiles; x++) {
      for (let y = 0; y < profiles; y++) {
        if (x === y) continue;
        const [left, right] = [x * COLUMNS * TILE, y * COLUMNS * TILE];
        for (let i = 0; i < length; i++) {
          const either = columns[left + TILE + i]! < 0 || columns[right + TILE + i]! < 0;
          if (either && columns[right + 3 * TILE + i]! > columns[left + i]!) undecided[x * profiles + y]!++;
        }
      }
    }
  };
  return {
    columns,
    halves,
    sums,
    undecided,
    count(tile: Tile) {
      // What lies behind the tile's end in its last mask is of an earlier tile: nobody there may prefer anything.
      const end = Math.ceil(tile.length / MASK) * MASK;
      for (let column = 0; column < profiles * COLUMNS; column++)
        columns.fill(column % COLUMNS === 2 ? 32_767 : 0, column * TILE + tile.length, column * TILE + end);
      for (let from = 0; from < tile.length; from += MASK) {
        for (let d = 0; d < dimensions; d++) fillTables(tables, d * 1024, halves, 2 * d * TILE + from);
        countBlock(from);
      }
      if (tile.undecided) countUndecided(tile.length);
    },
  };
}

/** Bit i is 1 where the number at `a + i` is greater than that at `b + i`: by the sign of a difference below 2¹⁷. */
function greater(columns: Int16Array, a: number, b: number): number {
  let mask = 0;
  for (let i = 0; i < MASK; i++) mask |= ((columns[b + i]! - columns[a + i]!) >>> 31) << i;
  return mask;
}

/** How many bits are 1: sums of two, of four, of eight bits side by side, then of the four bytes by a product. */
function bitsOf(mask: number): number {
  const twos = mask - ((mask >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function weigh(tables: Float64Array, at: number, mask: number): number {
  return (
    tables[at + (mask & 255)]! +
    tables[at + 256 + ((mask >>> 8) & 255)]! +
    tables[at + 512 + ((mask >>> 16) & 255)]! +
    tables[at + 768 + (mask >>> 24)]!
  );
}

/** For each of four bytes of a mask: what the stakeholders of its bits weigh together. */
function fillTables(tables: Float64Array, at: number, halves: Int16Array, from: number): void {
  for (let byte = 0; byte < MASK / BYTE; byte++) {
    const table = at + 256 * byte;
    tables[table] = 0;
    for (let bit = 0; bit < BYTE; bit++) {
      const i = from + BYTE * byte + bit;
      const weight = halves[i]! + 32_768 * halves[i + TILE]!;
      for (let rest = 0; rest < 1 << bit; rest++)
        tables[table + (1 << bit) + rest] = tables[table + rest]! + weight;
    }
  }
}
