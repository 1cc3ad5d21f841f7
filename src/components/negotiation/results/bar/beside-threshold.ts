import type { Track } from '../../tracks';
import type { Segment } from './segments';

/** In percent of a segment, kept free on either side of a threshold that runs through it. */
const CLEARANCE = 3;

/** Where a name stands in its segment: on the larger side of the threshold, so that the line does not run through it. */
export function besideThreshold(
  { a, b, total }: Pick<Track, 'a' | 'b' | 'total'>,
  { from, to }: Pick<Segment, 'from' | 'to'>,
): { readonly left: string; readonly maxWidth: string } | undefined {
  const at = (100 * ((a * total) / b - from)) / (to - from);
  if (at <= 0 || at >= 100) return undefined;
  const isLeft = at >= 50;
  const free = (isLeft ? at : 100 - at) - CLEARANCE;
  return { left: isLeft ? '0' : `${at + CLEARANCE}%`, maxWidth: `${Math.max(0, free)}%` };
}
