import { compiled, functionsOf } from '../compiled';
import { KERNEL } from './kernel/module';
import type { TallyKernel } from './tally-kernel';
import { COLUMNS, TILE } from './tile';

const PAGE = 65_536;

/** `null` where there is no WebAssembly SIMD. */
export function simdKernel(profiles: number, dimensions: number): TallyKernel | null {
  const kernel = compiled(KERNEL);
  if (kernel === null) return null;
  const pairs = profiles * profiles;
  // Sums first: they are of eight bytes.
  const lengths = { sums: (dimensions + 1) * pairs * 3, undecided: pairs };
  const undecidedAt = 8 * lengths.sums;
  const columnsAt = undecidedAt + 8 * lengths.undecided;
  const halvesAt = columnsAt + 2 * profiles * COLUMNS * TILE;
  const end = halvesAt + 2 * 2 * dimensions * TILE;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const the = functionsOf(kernel, memory, 'addPairs', 'addUndecided');
  const [addPairs, addUndecided] = [the('addPairs'), the('addUndecided')];
  return {
    columns: new Int16Array(memory.buffer, columnsAt, profiles * COLUMNS * TILE),
    halves: new Int16Array(memory.buffer, halvesAt, 2 * dimensions * TILE),
    sums: new Float64Array(memory.buffer, 0, lengths.sums),
    undecided: new Float64Array(memory.buffer, undecidedAt, lengths.undecided),
    count: ({ length, undecided }) => {
      addPairs(columnsAt, profiles, 2 * length, halvesAt, dimensions, 0);
      if (undecided) addUndecided(columnsAt, profiles, 2 * length, undecidedAt);
    },
  };
}
