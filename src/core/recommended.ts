import type { Frame } from './frame';
import { leverageOf } from './leverage';
import type { Negotiation, ThreatStatus } from './model';
import { satisfies } from './rule';
import type { Scores } from './scores';
import { levelsOver } from './standing';

/**
 * Whether x ≠ d is recommended (§5): adoptable, clears on the informed basis, no threat worse or unresolved, and
 * no guarantee still to be delivered is pivotal for it under `necessary` on that basis. `informed` holds the
 * scores of the informed basis, whichever basis the result is on.
 */
export function recommended(
  frame: Frame,
  informed: Scores,
  guarantees: Negotiation['guarantees'],
  x: number,
  threats: ThreatStatus,
): boolean {
  const profile = frame.profiles[x]!;
  if (!profile.adoptable || threats === 'worse' || threats === 'unresolved') return false;
  const support = levelsOver(frame, informed, x, frame.default);
  if (!satisfies(frame.rules[x]!, support.coalition('necessary'))) return false;
  return !profile.relies.some(
    (g) => guarantees[g]?.delivered === false && leverageOf(frame, informed, support, x, g).pivotal.necessary,
  );
}
