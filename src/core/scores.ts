import type { Ballot, Stance, Triple } from './model';
import { shareable } from './shareable';

/** `best` where it is undefined: below every score, so that nothing is strictly worse. */
export const UNDEFINED = -1;

/** The highest score in hundredths. */
export const TOP = 10_000;

/** A ballot of plain scores by profile, in hundredths; one that it does not cover is 0, `UNDEFINED` and `TOP`. */
export interface PlainRow {
  readonly low: Int32Array;
  readonly best: Int32Array;
  readonly high: Int32Array;
  readonly provisional: boolean;
}

/**
 * The scores of every stakeholder on one basis (§1), row by row: `low[i · profiles + x]` is a numerator whose
 * denominator is `denominator[i]` hundredths of a point. A weighted-criteria ballot has the denominator Σ cₖ, at
 * most 16 · 1000; numerators are at most 10,000 · 16,000 = 1.6 · 10⁸ and fit in 32 bits.
 */
export class Scores {
  readonly low: Int32Array;
  readonly best: Int32Array;
  readonly high: Int32Array;
  readonly denominator: Int32Array;
  /** 1 where a stakeholder has no ballot on the basis, or its newest is an abstention. */
  readonly silent: Uint8Array;
  /** 1 where the ballot that counts was given ad referendum. */
  readonly provisional: Uint8Array;
  /** `without` scores by stakeholder, only for ballots that state some: most state none. */
  private readonly withoutScores = new Map<number, Ballot['without']>();

  constructor(
    ballots: readonly (Ballot | null)[],
    readonly profiles: number,
  ) {
    const size = ballots.length * profiles;
    this.low = new Int32Array(shareable(4 * size));
    this.best = new Int32Array(shareable(4 * size));
    this.high = new Int32Array(shareable(4 * size));
    this.denominator = new Int32Array(ballots.length);
    this.silent = new Uint8Array(ballots.length);
    this.provisional = new Uint8Array(ballots.length);
    ballots.forEach((ballot, i) => {
      this.set(i, ballot);
    });
  }

  get stakeholders(): number {
    return this.silent.length;
  }

  /** What i scores x at where guarantee g is not delivered (§7), in hundredths; `undefined` where it did not say. */
  without(i: number, x: number, g: number): Triple | undefined {
    return this.withoutScores.get(i)?.get(x)?.get(g);
  }

  /** Lets this ballot count for i: O(profiles · criteria). The ballot itself is not kept. */
  set(i: number, ballot: Ballot | null): void {
    const content = ballot?.content ?? { kind: 'abstain' };
    this.silent[i] = content.kind === 'abstain' ? 1 : 0;
    this.provisional[i] = ballot?.provisional === true ? 1 : 0;
    if (ballot !== null && ballot.without.size > 0) this.withoutScores.set(i, ballot.without);
    else this.withoutScores.delete(i);
    const scale = content.kind === 'criteria' ? content.weights.reduce((total, c) => total + c, 0) : 1;
    this.denominator[i] = scale;
    const [from, to] = [i * this.profiles, (i + 1) * this.profiles];
    this.low.fill(0, from, to);
    this.best.fill(UNDEFINED, from, to);
    this.high.fill(TOP * scale, from, to);
    if (content.kind === 'abstain') return;
    if (content.kind === 'scores') {
      for (const [x, triple] of content.scores) this.write(from + x, triple);
      return;
    }
    for (const [x, triples] of content.scores) this.write(from + x, weigh(content.weights, triples));
  }

  /** The same for a ballot of plain scores that comes as numbers: O(profiles), and nothing is made for it. */
  setPlain(i: number, { low, best, high, provisional }: PlainRow): void {
    this.silent[i] = 0;
    this.provisional[i] = provisional ? 1 : 0;
    this.withoutScores.delete(i);
    this.denominator[i] = 1;
    const from = i * this.profiles;
    this.low.set(low, from);
    this.best.set(best, from);
    this.high.set(high, from);
  }

  private write(at: number, [low, best, high]: Triple): void {
    this.low[at] = low;
    this.best[at] = best;
    this.high[at] = high;
  }

  /** Under how many stances i strictly prefers x to y (§3): 3 as under `necessary`, 0 under none. */
  level(i: number, x: number, y: number): number {
    if (x === y) return 0;
    const row = i * this.profiles;
    return strictness(
      this.low[row + x]!,
      this.best[row + x]!,
      this.high[row + x]!,
      this.low[row + y]!,
      this.best[row + y]!,
      this.high[row + y]!,
    );
  }

  /** Whether i strictly prefers x to y under the stance (§3). */
  strictly(i: number, x: number, y: number, stance: Stance): boolean {
    const level = this.level(i, x, y);
    return stance === 'possible' ? level >= 1 : stance === 'expected' ? level >= 2 : level === 3;
  }

  /** Whether i weakly prefers x to y under the stance (§3). */
  weakly(i: number, x: number, y: number, stance: Stance): boolean {
    if (x === y) return true;
    const row = i * this.profiles;
    if (stance === 'possible') return this.high[row + x]! >= this.low[row + y]!;
    if (this.low[row + x]! >= this.high[row + y]!) return true;
    const bestOfY = this.best[row + y]!;
    return stance === 'expected' && bestOfY !== UNDEFINED && this.best[row + x]! >= bestOfY;
  }

  /** The gain of i from y to x (§4) as a numerator over `denominator[i]` hundredths; `null` where undefined. */
  gain(i: number, x: number, y: number, stance: Stance): number | null {
    const row = i * this.profiles;
    switch (stance) {
      case 'necessary':
        return this.low[row + x]! - this.high[row + y]!;
      case 'possible':
        return this.high[row + x]! - this.low[row + y]!;
      case 'expected': {
        const [bestOfX, bestOfY] = [this.best[row + x]!, this.best[row + y]!];
        return bestOfX === UNDEFINED || bestOfY === UNDEFINED ? null : bestOfX - bestOfY;
      }
    }
  }
}

/** The level of one score over another; both in the same units. Branch-free, for the tallies. */
export function strictness(
  low: number,
  best: number,
  high: number,
  otherLow: number,
  otherBest: number,
  otherHigh: number,
): number {
  return (
    (high > otherLow ? 1 : 0) +
    (best > otherBest && otherBest >= 0 ? 1 : 0) +
    // A score whose best is undefined has low = 0 (§1, §7), so this never holds without the line above.
    (low > otherHigh ? 1 : 0)
  );
}

/** Σ cₖ·uₖ component by component; a criterion of weight 0 is ignored, and one whose best is undefined leaves the best so. */
function weigh(weights: readonly number[], triples: readonly (Triple | null)[]): Triple {
  let [low, best, high] = [0, 0, 0];
  triples.forEach((triple, k) => {
    const c = weights[k] ?? 0;
    if (triple === null || c === 0) return;
    low += c * triple[0];
    best = best === UNDEFINED || triple[1] === UNDEFINED ? UNDEFINED : best + c * triple[1];
    high += c * triple[2];
  });
  return [low, best, high];
}
