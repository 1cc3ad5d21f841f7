import { compiled, functionsOf } from '../compiled';
import { KERNEL } from './kernel/module';
import { add as addModulo, type Modulus } from './modular';

/** The loops over a generating function's coefficients, residues of a modulus, and the memory that they lie in. */
export interface Adder {
  readonly values: Int32Array;
  /** Adds `length` values from `source` on to those from `target` on; where they overlap the source lies lower. */
  add(target: number, source: number, length: number, modulus: Modulus): void;
  /** Makes each of `length` values from `from` on the sum of those up to it. */
  accumulate(from: number, length: number, modulus: Modulus): void;
}

/** Below so many values what a kernel takes to set up is not worth it. */
const SMALL = 4096;
const PAGE = 65_536;

/** In WebAssembly SIMD, or in plain JavaScript where that is missing, or its memory. */
export function adderFor(length: number): Adder {
  return (length < SMALL ? null : simdAdder(length)) ?? plainAdder(new Int32Array(length));
}

export function plainAdder(values: Int32Array): Adder {
  return {
    values,
    add(target, source, count, modulus) {
      for (let k = count - 1; k >= 0; k--)
        values[target + k] = addModulo(values[target + k]!, values[source + k]!, modulus);
    },
    accumulate(from, count, modulus) {
      for (let at = from + 1; at < from + count; at++)
        values[at] = addModulo(values[at]!, values[at - 1]!, modulus);
    },
  };
}

/** `null` where there is no WebAssembly SIMD, or no memory for it. */
export function simdAdder(length: number): Adder | null {
  const kernel = compiled(KERNEL);
  const memory = kernel === null ? null : memoryOf(4 * length);
  if (kernel === null || memory === null) return null;
  const the = functionsOf(kernel, memory, 'add', 'accumulate');
  const [add, accumulate] = [the('add'), the('accumulate')];
  return {
    values: new Int32Array(memory.buffer, 0, length),
    add: (target, source, count, modulus) => add(4 * target, 4 * source, count, modulus),
    accumulate: (from, count, modulus) => accumulate(4 * from, count, modulus),
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
