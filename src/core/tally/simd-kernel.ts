import { compiled, functionsOf } from '../compiled';
import { KERNEL } from './kernel/module';
import type { TallyKernel } from './tally-kernel';
import { COLUMNS, TILE } from './tile';

const PAGE = 65_536;
/** Where the tables of sums end, which begin at 0: of four times eight stakeholders, 256 of 16 bytes. */
const TABLES = 16_384;
/** Of two dimensions in bytes. */
const WEIGHTS = 2 * 4 * TILE;
/** Profiles whose columns are filled at once, and the bytes of their scores. */
const EIGHT = 8;
const BYTES = 4 * EIGHT;
/** Bytes of the sums of two profiles, two lanes of 64 bits each, and of what is undecided between them. */
const PAIR = 96;
const UNDECIDED = 32;
/** Tiles of 32 stakeholders whose heads, 16,352 of them, fit in a sum above the weights. */
const MOST_TILES = 511;

/** `null` where there is no WebAssembly SIMD. */
export function simdKernel(profiles: number, dimensions: number): TallyKernel | null {
  const kernel = compiled(KERNEL);
  if (kernel === null) return null;
  const [m, pairs] = [profiles, (profiles * (profiles - 1)) / 2];
  /** Heads and two dimensions in the first, two dimensions in each of the others. */
  const passes = Math.max(1, Math.ceil(dimensions / 2));
  const cells = 3 * m * m;
  let end = TABLES;
  const after = (bytes: number): number => {
    end += bytes;
    return end - bytes;
  };
  const weightsAt = after(passes * WEIGHTS);
  const columnsAt = after(2 * COLUMNS * TILE * EIGHT * Math.ceil(m / EIGHT));
  const packedAt = after(passes * pairs * PAIR);
  const packedUndecidedAt = after(pairs * UNDECIDED);
  const sumsAt = after(8 * (dimensions + 1) * cells);
  const undecidedAt = after(8 * m * m);
  const rowsAt = after(3 * 4 * TILE * m + BYTES);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const { buffer } = memory;
  const the = functionsOf(
    kernel,
    memory,
    'fillColumns',
    'fillTables',
    'addPairs',
    'addUndecided',
    'unpack',
    'unpackUndecided',
  );
  const [fillColumns, fillTables] = [the('fillColumns'), the('fillTables')];
  const [addPairs, addUndecided] = [the('addPairs'), the('addUndecided')];
  const [unpackSums, unpackUndecided] = [the('unpack'), the('unpackUndecided')];

  const rows = new Int32Array(buffer, rowsAt, 3 * TILE * m);
  const packed = new Uint8Array(buffer, packedAt, sumsAt - packedAt);
  const found = {
    sums: new Float64Array(buffer, sumsAt, (dimensions + 1) * cells),
    undecided: new Float64Array(buffer, undecidedAt, m * m),
  };
  let tiles = 0;
  const unpack = () => {
    tiles = 0;
    unpackSums(packedAt, m, 1, sumsAt);
    for (let d = 0; d < dimensions; d++) {
      const lane = packedAt + (d >> 1) * pairs * PAIR + (d & 1) * 8;
      unpackSums(lane, m, 0, sumsAt + 8 * (d + 1) * cells);
    }
    unpackUndecided(packedUndecidedAt, m, undecidedAt);
    packed.fill(0);
  };

  return {
    columns: new Int16Array(buffer, columnsAt, m * COLUMNS * TILE),
    weights: new Int32Array(buffer, weightsAt, dimensions * TILE),
    fill({ low, best, high }, from, length) {
      const [start, stop] = [from * m, (from + length) * m];
      rows.set(low.subarray(start, stop));
      rows.set(best.subarray(start, stop), TILE * m);
      rows.set(high.subarray(start, stop), 2 * TILE * m);
      return fillColumns(rowsAt, m, columnsAt) === 1;
    },
    count({ length, undecided }) {
      if (tiles === MOST_TILES) unpack();
      tiles += 1;
      for (let pass = 0; pass < passes; pass++) {
        fillTables(weightsAt + pass * WEIGHTS, length, pass === 0 ? 1 : 0);
        addPairs(columnsAt, m, packedAt + pass * pairs * PAIR);
        if (undecided && pass === 0) addUndecided(columnsAt, m, packedUndecidedAt);
      }
    },
    read() {
      unpack();
      return found;
    },
  };
}
