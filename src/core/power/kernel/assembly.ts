/**
 * AssemblyScript, compiled to WebAssembly SIMD by scripts/kernels.mjs: the two loops over a generating function
 * (../adder.ts) that take nearly all of the time. Doubles, two at a time; IEEE 754 gives what JavaScript gives.
 */

/**
 * Adds `length` doubles at `source` to those at `target`, from the last to the first: where they overlap and the
 * source lies lower, each is read before it is added to.
 */
export function add(target: usize, source: usize, length: usize): void {
  let k: usize = length << 3;
  for (; k >= 32; k -= 32) {
    const upper = f64x2.add(v128.load(target + k - 16), v128.load(source + k - 16));
    const lower = f64x2.add(v128.load(target + k - 32), v128.load(source + k - 32));
    v128.store(target + k - 16, upper);
    v128.store(target + k - 32, lower);
  }
  for (; k > 0; k -= 8) {
    store<f64>(target + k - 8, load<f64>(target + k - 8) + load<f64>(source + k - 8));
  }
}

/**
 * Brings values of at most 2⁵³ below the modulus, in place, as `reduce` of ../modular.ts does; of an odd number of them
 * one more, which must lie in the memory.
 */
export function reduce(values: usize, length: usize, modulus: f64): void {
  const inverse = f64x2.splat(1 / modulus);
  const moduli = f64x2.splat(modulus);
  const zero = f64x2.splat(0);
  const end = values + (length << 3);
  for (let at = values; at < end; at += 16) {
    const value = v128.load(at);
    const rest = f64x2.sub(value, f64x2.mul(f64x2.floor(f64x2.mul(value, inverse)), moduli));
    const raised = f64x2.add(rest, v128.and(moduli, f64x2.lt(rest, zero)));
    v128.store(at, f64x2.sub(raised, v128.and(moduli, f64x2.ge(rest, moduli))));
  }
}
