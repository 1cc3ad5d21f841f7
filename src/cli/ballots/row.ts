import { TOP, UNDEFINED } from '@/core/scores';

/** What is not said: below every score and `UNDEFINED`. */
const EMPTY = -2;

/** One ballot of plain scores while it is read, by profile in hundredths. The same row serves for all ballots. */
export class Row {
  readonly low: Int32Array;
  readonly best: Int32Array;
  readonly high: Int32Array;
  provisional = false;

  constructor(profiles: number) {
    this.low = new Int32Array(profiles);
    this.best = new Int32Array(profiles);
    this.high = new Int32Array(profiles);
  }

  clear(): void {
    this.low.fill(EMPTY);
    this.best.fill(EMPTY);
    this.high.fill(EMPTY);
    this.provisional = false;
  }

  /** Whether nothing was said of a profile yet. */
  lacks(profile: number): boolean {
    return this.low[profile] === EMPTY;
  }

  /** @param end 0 low, 1 best, 2 high, 3 all of them. */
  put(profile: number, end: number, hundredths: number): void {
    if (end === 0 || end === 3) this.low[profile] = hundredths;
    if (end === 1 || end === 3) this.best[profile] = hundredths;
    if (end === 2 || end === 3) this.high[profile] = hundredths;
  }

  /** Makes what is not covered unknown (aggregation.md §1); gives how many are covered, −1 where a score is unsound. */
  close(): number {
    const { low, best, high } = this;
    let covered = 0;
    for (let x = 0; x < low.length; x++) {
      const [l, b, h] = [low[x]!, best[x]!, high[x]!];
      if (l === EMPTY && b === EMPTY && h === EMPTY) {
        low[x] = 0;
        best[x] = UNDEFINED;
        high[x] = TOP;
      } else {
        if (l < 0 || l > b || b > h) return -1;
        covered += 1;
      }
    }
    return covered;
  }
}
