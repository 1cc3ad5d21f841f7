import type { Spot } from './ranking';

/** Where a tier stands on the screen, in pixels. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** The part of a tier, from either edge, that is still between it and its neighbour. */
const EDGE = 1 / 4;

/**
 * Where something that is let go at height `y` comes to: with a tier over the middle of it, before it or after it near
 * its edges and between tiers, and out of the order from `out` on. `tiers` from the top to the bottom.
 */
export function spotAt(y: number, tiers: readonly Extent[], out: number): Spot {
  if (y >= out) return { kind: 'out' };
  for (const [tier, { top, bottom }] of tiers.entries()) {
    const edge = (bottom - top) * EDGE;
    if (y < top + edge) return { kind: 'before', tier };
    if (y <= bottom - edge) return { kind: 'with', tier };
  }
  return { kind: 'before', tier: tiers.length };
}
