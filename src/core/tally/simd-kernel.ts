import { compiled, functionsOf } from '../compiled';
import { KERNEL } from './kernel/module';
import { MOST_TILES, PAIR, unpackHeads, unpackUndecided, unpackWeights } from './packed-sums';
import type { Sums, TallyKernel } from './tally-kernel';
import { COLUMNS, TILE } from './tile';

const PAGE = 65_536;
/** Where the tables of sums end, which begin at 0: of four times eight stakeholders, 256 of 16 bytes. */
const TABLES = 16_384;
/** Profiles whose columns are filled at once, and the bytes of their scores. */
const EIGHT = 8;
const BYTES = 4 * EIGHT;
/** Of two dimensions in bytes. */
const WEIGHTS = 2 * 4 * TILE;

/** `null` where there is no WebAssembly SIMD. */
export function simdKernel(profiles: number, dimensions: number): TallyKernel | null {
  const kernel = compiled(KERNEL);
  if (kernel === null) return null;
  const pairs = (profiles * (profiles - 1)) / 2;
  /** Heads and two dimensions in the first, two dimensions in each of the others. */
  const passes = Math.max(1, Math.ceil(dimensions / 2));
  const columnsAt = TABLES + passes * WEIGHTS;
  const rowsAt = columnsAt + 2 * COLUMNS * TILE * EIGHT * Math.ceil(profiles / EIGHT);
  const sumsAt = rowsAt + 3 * 4 * TILE * profiles + BYTES;
  const undecidedAt = sumsAt + 4 * PAIR * pairs * passes;
  const end = undecidedAt + 4 * 8 * pairs;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const the = functionsOf(kernel, memory, 'fillColumns', 'fillTables', 'addPairs', 'addUndecided');
  const [fillColumns, fillTables] = [the('fillColumns'), the('fillTables')];
  const [addPairs, addUndecided] = [the('addPairs'), the('addUndecided')];

  const rows = new Int32Array(memory.buffer, rowsAt, 3 * TILE * profiles);
  const words = new Uint32Array(memory.buffer, sumsAt, (undecidedAt - sumsAt) / 4);
  const undecidedWords = new Uint32Array(memory.buffer, undecidedAt, (end - undecidedAt) / 4);
  const cells = 3 * profiles * profiles;
  const found: Sums = {
    sums: new Float64Array((dimensions + 1) * cells),
    undecided: new Float64Array(profiles * profiles),
  };
  let tiles = 0;
  const unpack = () => {
    tiles = 0;
    const packed = { words, profiles };
    unpackHeads(packed, found.sums.subarray(0, cells));
    for (let d = 0; d < dimensions; d++)
      unpackWeights(packed, d, found.sums.subarray((d + 1) * cells, (d + 2) * cells));
    unpackUndecided({ words: undecidedWords, profiles }, found.undecided);
    words.fill(0);
    undecidedWords.fill(0);
  };

  return {
    columns: new Int16Array(memory.buffer, columnsAt, profiles * COLUMNS * TILE),
    weights: new Int32Array(memory.buffer, TABLES, dimensions * TILE),
    fill({ low, best, high }, from, length) {
      const [start, end] = [from * profiles, (from + length) * profiles];
      rows.set(low.subarray(start, end));
      rows.set(best.subarray(start, end), TILE * profiles);
      rows.set(high.subarray(start, end), 2 * TILE * profiles);
      return fillColumns(rowsAt, profiles, columnsAt) === 1;
    },
    count({ length, undecided }) {
      if (tiles === MOST_TILES) unpack();
      tiles += 1;
      for (let pass = 0; pass < passes; pass++) {
        fillTables(TABLES + pass * WEIGHTS, length, pass === 0 ? 1 : 0);
        addPairs(columnsAt, profiles, sumsAt + 4 * PAIR * pairs * pass);
        if (undecided && pass === 0) addUndecided(columnsAt, profiles, undecidedAt);
      }
    },
    read() {
      unpack();
      return found;
    },
  };
}
