import { MASK, PreferenceMasks } from './preference-masks';
import type { Sums, TallyKernel } from './tally-kernel';
import { COLUMNS, fillColumns, TILE, type Tile } from './tile';

const BYTE = 8;
/** Entries of the tables of one quantity: one of 256 for each byte of a mask. */
const TABLES = (MASK / BYTE) * 256;
/** A head, in a table of weights: what 512 stakeholders weigh, at most 512 · 10⁹, is less. 512 heads are below 2⁵⁰. */
const HEAD = 2 ** 40;
const MOST_TILES = 512 / TILE;

/**
 * The kernel in JavaScript: bits of masks tell who prefers what (preference-masks.ts), a mask for each tile. It is
 * weighed by four tables of 256 sums; those of the first dimension count heads as well.
 */
export function plainKernel(profiles: number, dimensions: number): TallyKernel {
  const pairs = profiles * profiles;
  const columns = new Int16Array(profiles * COLUMNS * TILE);
  const weights = new Int32Array(dimensions * TILE);
  const sums = new Float64Array((dimensions + 1) * pairs * 3);
  const undecided = new Float64Array(pairs);
  const masks = new PreferenceMasks(profiles);
  /** Without a dimension one whose weights are 0. */
  const tables = new Float64Array(Math.max(1, dimensions) * TABLES);
  /** Of some tiles: heads and the first dimension's weights in one number. */
  const mixed = new Float64Array(pairs * 3);
  let tiles = 0;

  const weighTile = () => {
    for (let stance = 0; stance < 3; stance++) {
      for (let x = 0; x < profiles; x++) {
        const from = masks.at(stance, x);
        for (let y = 0; y < profiles; y++) {
          const mask = masks.masks[from + y]!;
          if (mask === 0 || x === y) continue;
          const at = (x * profiles + y) * 3 + stance;
          mixed[at]! += weigh(tables, 0, mask);
          for (let d = 1; d < dimensions; d++)
            sums[at + (d + 1) * pairs * 3]! += weigh(tables, d * TABLES, mask);
        }
      }
    }
  };
  const unmix = () => {
    tiles = 0;
    for (let at = 0; at < mixed.length; at++) {
      const both = mixed[at]!;
      const heads = Math.floor(both / HEAD);
      sums[at]! += heads;
      if (dimensions > 0) sums[at + mixed.length]! += both - heads * HEAD;
    }
    mixed.fill(0);
  };
  const countUndecided = (length: number) => {
    for (let x = 0; x < profiles; x++) {
      for (let y = 0; y < profiles; y++) {
        if (x === y) continue;
        const [left, right] = [x * COLUMNS * TILE, y * COLUMNS * TILE];
        for (let i = 0; i < length; i++) {
          const either = columns[left + TILE + i]! < 0 || columns[right + TILE + i]! < 0;
          if (either && columns[right + 2 * TILE + i]! > columns[left + i]!) undecided[x * profiles + y]!++;
        }
      }
    }
  };
  return {
    columns,
    weights,
    fill: (scores, from, length) => fillColumns(columns, scores, from, length),
    count({ length, undecided }: Tile) {
      if (tiles === MOST_TILES) unmix();
      tiles += 1;
      fillTables(tables, 0, HEAD, weights, 0);
      for (let d = 1; d < dimensions; d++) fillTables(tables, d * TABLES, 0, weights, d * TILE);
      masks.fill(columns, length);
      weighTile();
      if (undecided) countUndecided(length);
    },
    read(): Sums {
      unmix();
      return { sums, undecided };
    },
  };
}

function weigh(tables: Float64Array, at: number, mask: number): number {
  return (
    tables[at + (mask & 255)]! +
    tables[at + 256 + ((mask >>> 8) & 255)]! +
    tables[at + 512 + ((mask >>> 16) & 255)]! +
    tables[at + 768 + (mask >>> 24)]!
  );
}

/** For each of four bytes of a mask: what the stakeholders of its bits weigh together, with `head` for each of them. */
function fillTables(tables: Float64Array, at: number, head: number, weights: Int32Array, from: number): void {
  for (let byte = 0; byte < MASK / BYTE; byte++) {
    const table = at + 256 * byte;
    tables[table] = 0;
    for (let bit = 0; bit < BYTE; bit++) {
      const weight = weights.length === 0 ? 0 : weights[from + BYTE * byte + bit]!;
      for (let rest = 0; rest < 1 << bit; rest++)
        tables[table + (1 << bit) + rest] = tables[table + rest]! + weight + head;
    }
  }
}
