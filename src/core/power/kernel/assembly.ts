/**
 * AssemblyScript, compiled to WebAssembly SIMD by scripts/kernels.mjs: the loops over a generating function (../adder.ts)
 * that take most of the time. Residues of 31 bits, four at a time.
 */

/**
 * Sums below 2³² brought below the modulus: the lesser of each and of what is left of it without the modulus, which wraps
 * to something larger where the sum is below it.
 */
function below(sums: v128, moduli: v128): v128 {
  return i32x4.min_u(sums, i32x4.sub(sums, moduli));
}

/**
 * Adds `length` residues at `source` to those at `target`, from the last to the first: where they overlap and the
 * source lies lower, each is read before it is added to.
 */
export function add(target: usize, source: usize, length: usize, modulus: u32): void {
  const moduli = i32x4.splat(modulus);
  let to = target + (length << 2);
  let from = source + (length << 2);
  while (to >= target + 64) {
    to -= 64;
    from -= 64;
    const fourth = i32x4.add(v128.load(to, 48), v128.load(from, 48));
    const third = i32x4.add(v128.load(to, 32), v128.load(from, 32));
    const second = i32x4.add(v128.load(to, 16), v128.load(from, 16));
    const first = i32x4.add(v128.load(to), v128.load(from));
    v128.store(to, below(fourth, moduli), 48);
    v128.store(to, below(third, moduli), 32);
    v128.store(to, below(second, moduli), 16);
    v128.store(to, below(first, moduli));
  }
  while (to > target) {
    to -= 4;
    from -= 4;
    const sum = load<u32>(to) + load<u32>(from);
    store<u32>(to, min<u32>(sum, sum - modulus));
  }
}

/** Each of `length` residues becomes the sum of those up to it: of four first by themselves, then with those before. */
export function accumulate(values: usize, length: usize, modulus: u32): void {
  const moduli = i32x4.splat(modulus);
  const none = i32x4.splat(0);
  const end = values + (length << 2);
  let at = values;
  let before = none;
  for (; at + 16 <= end; at += 16) {
    let sums = v128.load(at);
    sums = below(i32x4.add(sums, v128.shuffle<u32>(none, sums, 0, 4, 5, 6)), moduli);
    sums = below(i32x4.add(sums, v128.shuffle<u32>(none, sums, 0, 1, 4, 5)), moduli);
    sums = below(i32x4.add(sums, before), moduli);
    v128.store(at, sums);
    before = v128.shuffle<u32>(sums, sums, 3, 3, 3, 3);
  }
  let sum: u32 = i32x4.extract_lane(before, 0);
  for (; at < end; at += 4) {
    sum += load<u32>(at);
    sum = min<u32>(sum, sum - modulus);
    store<u32>(at, sum);
  }
}
