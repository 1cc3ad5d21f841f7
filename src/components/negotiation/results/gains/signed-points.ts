import type { Points } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';

/** A gain with its sign: “+12.5”, “−3”, “0”; a dash where it is undefined. */
export function signedPoints(points: Points | null): string {
  if (points === null) return '–';
  return points.startsWith('-') || points === '0' ? pointsText(points) : `+${pointsText(points)}`;
}
