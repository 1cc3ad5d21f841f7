import { KERNEL } from './kernel/module';
import type { TallyKernel } from './tally-kernel';
import { COLUMNS, TILE } from './tile';

interface Exports {
  readonly addPairs: (
    columns: number,
    profiles: number,
    bytes: number,
    halves: number,
    dimensions: number,
    sums: number,
  ) => void;
  readonly addUndecided: (columns: number, profiles: number, bytes: number, undecided: number) => void;
}

const PAGE = 65_536;

/** `null` where there is no WebAssembly SIMD. */
export function simdKernel(profiles: number, dimensions: number): TallyKernel | null {
  const kernel = compile();
  if (kernel === null) return null;
  const pairs = profiles * profiles;
  // Sums first: they are of eight bytes.
  const lengths = { sums: (dimensions + 1) * pairs * 3, undecided: pairs };
  const undecidedAt = 8 * lengths.sums;
  const columnsAt = undecidedAt + 8 * lengths.undecided;
  const halvesAt = columnsAt + 2 * profiles * COLUMNS * TILE;
  const end = halvesAt + 2 * 2 * dimensions * TILE;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const { addPairs, addUndecided } = instantiate(kernel, memory);
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

function instantiate(kernel: WebAssembly.Module, memory: WebAssembly.Memory): Exports {
  const { addPairs, addUndecided } = new WebAssembly.Instance(kernel, { env: { memory } }).exports;
  if (!isFunction(addPairs) || !isFunction(addUndecided)) throw new Error('the kernel lacks a function');
  return { addPairs, addUndecided };
}

const isFunction = (value: unknown): value is (...numbers: number[]) => void => typeof value === 'function';

let compiled: WebAssembly.Module | null | undefined;

/** Once; `null` where the engine knows no SIMD, or where a page's content security policy forbids WebAssembly. */
function compile(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  const bytes = Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0));
  try {
    compiled = WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    compiled = null;
  }
  return compiled;
}
