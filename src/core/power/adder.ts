import { compiled, functionsOf } from '../compiled';
import { KERNEL } from './kernel/module';
import { type Modulus, reduce } from './modular';

/** The loops over a generating function's coefficients, and the memory that they lie in. */
export interface Adder {
  readonly values: Float64Array;
  /** Adds `length` values from `source` on to those from `target` on; where they overlap the source lies lower. */
  add(target: number, source: number, length: number): void;
  /** Brings `length` values from `from` on, at most 2⁵³, back below the modulus; one behind them perhaps too. */
  reduce(from: number, length: number, modulus: Modulus): void;
}

/** Below so many values what a kernel takes to set up is not worth it. */
const SMALL = 4096;
const PAGE = 65_536;

/** In WebAssembly SIMD, or in plain JavaScript where that is missing, or its memory. */
export function adderFor(length: number): Adder {
  return (length < SMALL ? null : simdAdder(length)) ?? plainAdder(length);
}

export function plainAdder(length: number): Adder {
  const values = new Float64Array(length);
  return {
    values,
    add(target, source, count) {
      for (let k = count - 1; k >= 0; k--) values[target + k]! += values[source + k]!;
    },
    reduce: (from, count, modulus) => reduce(values.subarray(from, from + count), modulus),
  };
}

/** `null` where there is no WebAssembly SIMD, or no memory for it. */
export function simdAdder(length: number): Adder | null {
  const kernel = compiled(KERNEL);
  // One value more where they are odd, since they are reduced two at a time.
  const even = length + (length % 2);
  const memory = kernel === null ? null : memoryOf(8 * even);
  if (kernel === null || memory === null) return null;
  const the = functionsOf(kernel, memory, 'add', 'reduce');
  const [add, reducePairs] = [the('add'), the('reduce')];
  return {
    values: new Float64Array(memory.buffer, 0, length),
    add: (target, source, count) => add(8 * target, 8 * source, count),
    reduce: (from, count, modulus) => {
      if (modulus !== 0) reducePairs(8 * from, count, modulus);
    },
  };
}

function memoryOf(bytes: number): WebAssembly.Memory | null {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
