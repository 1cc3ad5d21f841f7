import type { FileDimension, FileStakeholder } from '@/negotiation/file/model';

/** w(N) per dimension, in the dimensions' order: at most 10⁶ · 10⁹ < 2⁵³, so the numbers are exact. */
export function totalsOf(
  stakeholders: readonly FileStakeholder[],
  dimensions: readonly FileDimension[],
): readonly number[] {
  return dimensions.map(({ id }) =>
    stakeholders.reduce((total, { weights = {} }) => total + (weights[id] ?? 0), 0),
  );
}
