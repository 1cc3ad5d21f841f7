/** A 64-bit hash of a text as 16 hexadecimal digits: two 32-bit lanes with the finisher of MurmurHash3. */
export function seedOf(text: string): string {
  let [a, b] = [0x9e3779b9, 0x85ebca6b];
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ unit, 0x27d4eb2f);
  }
  return [finish(a ^ text.length), finish(b ^ a)].map((h) => h.toString(16).padStart(8, '0')).join('');
}

function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Uniform 32-bit words. */
export type Random = () => number;

/** sfc32 (Doty-Humphrey, PractRand), started from the two halves of a seed as its author advises. */
export function randomFrom(seed: string): Random {
  let a = Number.parseInt(seed.slice(0, 8), 16) | 0;
  let b = Number.parseInt(seed.slice(8, 16), 16) | 0;
  let c = 0;
  let counter = 1;
  const next = (): number => {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return word >>> 0;
  };
  for (let k = 0; k < 15; k++) next();
  return next;
}

/** Uniform in 0 … bound − 1, without bias (rejection); 1 ≤ bound ≤ 2³². */
export function below(random: Random, bound: number): number {
  const usable = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const word = random();
    if (word < usable) return word % bound;
  }
}
