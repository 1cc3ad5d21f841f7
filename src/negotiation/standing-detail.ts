import type { Basis, ByStance, Points } from '@/core/model';
import { Preferences } from '@/core/preferences';
import { byStance } from '@/core/stance';
import type { NegotiationFile } from './file/model';
import { toNegotiation } from './file/to-negotiation';

/** What a profile gives one stakeholder over the default (aggregation.md §4); `null` where the gain is undefined. */
export interface StakeholderGain {
  readonly stakeholder: string;
  readonly silent: boolean;
  readonly gain: ByStance<Points | null>;
}

/** Who stands where between two profiles. Lists of ids, in the file's order. */
export interface PairDetail {
  readonly over: string;
  readonly under: string;
  /** Who strictly prefers the first to the second, and the other way about. */
  readonly prefer: ByStance<readonly string[]>;
  readonly against: ByStance<readonly string[]>;
  /** Who keeps the first from dominating the second, for want of a weak preference. */
  readonly inTheWay: ByStance<readonly string[]>;
  /** Whether enough have spoken for dominance under `expected`. */
  readonly quorum: boolean;
}

/**
 * Who is behind the sums of a standing: product.md's row "who is in a coalition, gains by stakeholder". It tells no
 * scores, which are of the row above it. Of a file whose newest ballots count on the basis.
 */
export class StandingDetail {
  private readonly preferences: Preferences;
  private readonly indices: ReadonlyMap<string, number>;

  constructor(
    private readonly file: NegotiationFile,
    basis: Basis,
  ) {
    this.preferences = new Preferences(toNegotiation(file), basis);
    this.indices = new Map(file.profiles.map(({ id }, x) => [id, x]));
  }

  /** In the file's order; empty for a profile that is not in the file. */
  gains(profile: string): readonly StakeholderGain[] {
    const x = this.indices.get(profile);
    if (x === undefined) return [];
    return this.file.stakeholders.map(({ id }, i) => ({
      stakeholder: id,
      silent: this.preferences.isSilent(i),
      gain: byStance((stance) => this.preferences.gain(i, x, stance)),
    }));
  }

  /** `null` where one of the two is not in the file. */
  pair(over: string, under: string): PairDetail | null {
    const [x, y] = [this.indices.get(over), this.indices.get(under)];
    if (x === undefined || y === undefined) return null;
    const ids = (members: readonly number[]) => members.flatMap((i) => this.file.stakeholders[i]?.id ?? []);
    return {
      over,
      under,
      prefer: byStance((stance) => ids(this.preferences.coalition(x, y, stance))),
      against: byStance((stance) => ids(this.preferences.coalition(y, x, stance))),
      inTheWay: byStance((stance) => ids(this.preferences.inTheWay(x, y, stance))),
      quorum: this.preferences.hasQuorum(),
    };
  }
}
