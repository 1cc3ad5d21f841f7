import type { Frame } from './frame';
import { Levels } from './levels';
import {
  type ByStance,
  type LeverageProfile,
  type LeverageRow,
  type Negotiation,
  STANCES,
  type Triple,
} from './model';
import { satisfies } from './rule';
import { type Scores, strictness, UNDEFINED } from './scores';
import { byStance } from './stance';
import type { Standing } from './standing';
import { verdictOf } from './verdict';

/** What becomes of x ≠ d, given who prefers it to d, where guarantee g is not delivered (§7). O(n). */
export function leverageOf(
  frame: Frame,
  scores: Scores,
  support: Levels,
  x: number,
  g: number,
): LeverageProfile {
  const rule = frame.rules[x]!;
  const { stated, worst, own } = withoutLevels(frame, scores, support, x, g);
  const holds = byStance((stance) => satisfies(rule, support.coalition(stance)));
  const pivotal = byStance((stance) => holds[stance] && !satisfies(rule, worst.coalition(stance)));
  return {
    id: frame.profiles[x]!.id,
    stated,
    verdict: verdictOf(rule, support),
    without: verdictOf(rule, worst),
    pivotal,
    firm: byStance((stance) => pivotal[stance] && !satisfies(rule, own.coalition(stance))),
  };
}

/**
 * Who prefers x∖g to the default: with the worst case for what was left out, and with the stakeholder's own
 * score of x for it. A `without` score is a plain score; on a weighted-criteria ballot it is scaled by the
 * ballot's Σ cₖ, so that numerators compare exactly.
 */
function withoutLevels(frame: Frame, scores: Scores, support: Levels, x: number, g: number) {
  const d = frame.default;
  const worst = new Uint8Array(scores.stakeholders);
  const own = new Uint8Array(scores.stakeholders);
  let stated = 0;
  for (let i = 0; i < scores.stakeholders; i++) {
    const [at, under] = [i * scores.profiles + x, i * scores.profiles + d];
    const [lowD, bestD, highD] = [scores.low[under]!, scores.best[under]!, scores.high[under]!];
    const triple: Triple | undefined = scores.without(i, x, g);
    if (triple === undefined) {
      worst[i] = strictness(0, UNDEFINED, scores.high[at]!, lowD, bestD, highD);
      own[i] = support.level[i]!;
    } else {
      const scale = scores.denominator[i]!;
      const [low, best, high] = triple;
      worst[i] = strictness(low * scale, best * scale, high * scale, lowD, bestD, highD);
      own[i] = worst[i]!;
      stated += 1;
    }
  }
  const dimensions = frame.dimensions.length;
  return {
    stated,
    worst: new Levels(worst, frame.stakeholders, dimensions),
    own: new Levels(own, frame.stakeholders, dimensions),
  };
}

/** A row per guarantee, in the order in which safety research would pay off for this negotiation (§7). */
export function leverage(
  { frame, scores, support }: Standing,
  guarantees: Negotiation['guarantees'],
): readonly LeverageRow[] {
  const rows = guarantees.map(({ id }, g): LeverageRow => {
    const relying = frame.profiles.flatMap(({ relies }, x) =>
      x !== frame.default && relies.includes(g) ? [leverageOf(frame, scores, support[x]!, x, g)] : [],
    );
    return { guarantee: id, profiles: relying };
  });
  const ranked = rows.map((row) => ({ row, rank: rank(row.profiles) }));
  ranked.sort((a, b) => {
    const differing = a.rank.findIndex((count, k) => count !== b.rank[k]);
    if (differing !== -1) return b.rank[differing]! - a.rank[differing]!;
    return a.row.guarantee < b.row.guarantee ? -1 : 1;
  });
  return ranked.map(({ row }) => row);
}

/** For how many profiles firmly pivotal, per stance, then pivotal, per stance. */
function rank(profiles: readonly LeverageProfile[]): number[] {
  const counts = (of: (profile: LeverageProfile) => ByStance<boolean>) =>
    STANCES.map((stance) => profiles.filter((profile) => of(profile)[stance]).length);
  return [...counts(({ firm }) => firm), ...counts(({ pivotal }) => pivotal)];
}
