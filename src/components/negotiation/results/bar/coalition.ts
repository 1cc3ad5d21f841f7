import { memberSet } from '@/core/coalition';
import { type ByStance, STANCES, type Stakeholder, type Stance } from '@/core/model';
import { type CompiledRule, satisfies } from '@/core/rule';
import { byStance, LEVEL } from '@/core/stance';
import type { BarNode } from './bar-tree';
import type { Level } from './segments';

/** Whether a node holds of the coalition under each stance, and what is on it where it is a track. */
export interface NodeStanding {
  readonly holds: ByStance<boolean>;
  /** In the units of the track. */
  readonly value: ByStance<number> | null;
}

/** C^s(x, d) without those taken out (aggregation.md §4), judged by the core, in whole numbers. */
export class Coalition {
  private readonly sets: ByStance<ReturnType<typeof memberSet>>;

  constructor(
    private readonly stakeholders: readonly Stakeholder[],
    private readonly levels: readonly Level[],
    private readonly out: ReadonlySet<number>,
  ) {
    const dimensions = stakeholders[0]?.weights.length ?? 0;
    this.sets = byStance((stance) => memberSet(stakeholders, dimensions, this.members(stance)));
  }

  members(stance: Stance): readonly number[] {
    return [...this.stakeholders.keys()].filter(
      (i) => !this.out.has(i) && (this.levels[i] ?? 0) >= LEVEL[stance],
    );
  }

  standing(node: BarNode): NodeStanding {
    return {
      holds: byStance((stance) => satisfies(node.rule, this.sets[stance])),
      value:
        node.kind === 'track'
          ? byStance((stance) =>
              node.dimension === null ? this.sets[stance].count : this.sets[stance].weight(node.dimension),
            )
          : null,
    };
  }

  /** The strictest stance under which the coalition is adequate; `null` where it is under none. */
  adequateUnder(rule: CompiledRule): Stance | null {
    return STANCES.find((stance) => satisfies(rule, this.sets[stance])) ?? null;
  }

  /** Those without whom it is not adequate under a stance under which it is; nobody where it is not. */
  critical(rule: CompiledRule, stance: Stance): readonly number[] {
    const set = this.sets[stance];
    if (!satisfies(rule, set)) return [];
    return this.members(stance).filter((member) => {
      set.remove(member);
      const fails = !satisfies(rule, set);
      set.add(member);
      return fails;
    });
  }
}
