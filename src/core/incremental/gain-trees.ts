import { criticalGain } from '../critical-gain';
import type { Frame } from '../frame';
import { type Points, STANCES, type Stance } from '../model';
import { pointsText } from '../rational';
import { satisfies } from '../rule';
import type { Scores } from '../scores';
import type { AgainstDefault } from './against-default';
import { GainTree } from './gain-tree';
import { Gaining } from './gaining';

/**
 * The critical gains of a negotiation while ballots come and go, on one basis. Who asks for one once is answered by selection,
 * O(n). With the second question a tree of the gains is grown, O(n log n), as long as five to eight selections take; from
 * then on a ballot moves one stakeholder in it, and a question goes down it once, both whatever n is.
 */
export class GainTrees {
  /** By profile, then stance; `null` where it was asked for once. */
  private readonly trees: (GainTree | null | undefined)[];

  constructor(
    private readonly frame: Frame,
    private readonly scores: Scores,
  ) {
    this.trees = new Array<undefined>(frame.profiles.length * STANCES.length).fill(undefined);
  }

  /** What the trees take: 8 · (5 + D) bytes by profile, stance and gain that somebody has, half as much again once they grow. */
  get bytes(): number {
    return this.trees.reduce((sum, tree) => sum + (tree?.bytes ?? 0), 0);
  }

  /** The same as `criticalGain`. */
  criticalGain(x: number, stance: Stance): Points | null {
    const { frame, scores, trees } = this;
    const at = x * STANCES.length + STANCES.indexOf(stance);
    if (trees[at] === undefined) {
      trees[at] = null;
      return criticalGain(frame, scores, x, stance);
    }
    trees[at] ??= this.grown(x, stance);
    const gaining = new Gaining(scores, x, frame.default, stance);
    const rule = frame.rules[x]!;
    const critical = trees[at].largest((counted, from) => satisfies(rule, gaining.from(counted, from)));
    return critical === null ? null : pointsText(critical.num, critical.den);
  }

  /** Takes in that a stakeholder compares otherwise. */
  move(i: number, before: AgainstDefault, now: AgainstDefault): void {
    this.trees.forEach((tree, at) => {
      if (tree === undefined || tree === null) return;
      const [was, is] = [before.gains[at]!, now.gains[at]!];
      if (before.denominator === now.denominator && Object.is(was, is)) return;
      if (!Number.isNaN(was)) tree.remove(i, { num: was, den: before.denominator });
      if (!Number.isNaN(is)) tree.add(i, { num: is, den: now.denominator });
    });
  }

  private grown(x: number, stance: Stance): GainTree {
    const { frame, scores } = this;
    const num = new Float64Array(scores.stakeholders);
    for (let i = 0; i < num.length; i++) num[i] = scores.gain(i, x, frame.default, stance) ?? Number.NaN;
    return new GainTree(frame.columns, { num, den: scores.denominator });
  }
}
