import type { Stance } from '@/core/model';
import { GAIN_ENDS } from '@/core/stance';
import { type SeenChange, type Side, targetOf } from '../flips';
import type { Scenario, ScenarioChange } from './scenario';

/**
 * The changes of a sandbox that make exactly the least change that flips a verdict; `null` where the reader may not
 * read the ballots that it moves.
 */
export function flipScenario(
  change: SeenChange,
  about: { readonly profile: string; readonly default: string; readonly stance: Stance; readonly side: Side },
): Scenario | null {
  const { own, ofDefault } = GAIN_ENDS[about.stance];
  const changes: ScenarioChange[] = [];
  for (const turn of change.turns) {
    const { stakeholder } = turn;
    const target = targetOf(turn, about.side);
    if (target === null) return null;
    const { score, scoreOfDefault } = target;
    changes.push({ kind: 'end', stakeholder, profile: about.profile, end: own, to: score / 100 });
    if (scoreOfDefault !== null) {
      changes.push({
        kind: 'end',
        stakeholder,
        profile: about.default,
        end: ofDefault,
        to: scoreOfDefault / 100,
      });
    }
  }
  return changes;
}
