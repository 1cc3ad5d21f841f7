/**
 * One fixed seed, so that every run of the suite draws the same negotiations. `PARLEY_PROPERTY_SEED` draws
 * others and `PARLEY_PROPERTY_RUNS` multiplies how many; a failure names its seed and path.
 */
const SEED = Number(process.env['PARLEY_PROPERTY_SEED'] ?? 20_260_101);
const FACTOR = Number(process.env['PARLEY_PROPERTY_RUNS'] ?? 1);

export const REPRODUCE = `PARLEY_PROPERTY_SEED=${SEED}`;

/** Shrinking 400 draws is some thousands of runs, a few seconds. */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: SEED, numRuns: Math.ceil(numRuns * FACTOR) };
}
