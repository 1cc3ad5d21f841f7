import { LeastChanges, type ProfileFlips } from '@/core/least-change';
import {
  type AggregationResult,
  type Basis,
  type ByStance,
  type Negotiation,
  type PairRow,
  type Points,
  STANCES,
  type Stance,
} from '@/core/model';
import { Preferences } from '@/core/preferences';
import { temptations } from '@/core/stability/sanctions';
import { byStance } from '@/core/stance';
import type { NegotiationFile } from './file/model';
import { toNegotiation } from './file/to-negotiation';
import { pairOf } from './pair-of';

/** What a profile gives one stakeholder over the default (aggregation.md §4); `null` where the gain is undefined. */
export interface StakeholderGain {
  readonly stakeholder: string;
  readonly silent: boolean;
  readonly gain: ByStance<Points | null>;
}

/** Two profiles against each other: how many prefer which, and who that is; `null` where nobody is told. */
export interface PairView {
  readonly over: string;
  readonly under: string;
  /** Who prefers the first to the second, and the other way about. */
  readonly prefer: ByStance<PairRow>;
  readonly against: ByStance<PairRow>;
  readonly detail: PairDetail | null;
}

/** Who stands where between two profiles. Lists of ids, in the file's order. */
export interface PairDetail {
  /** Who strictly prefers the first to the second, and the other way about. */
  readonly prefer: ByStance<readonly string[]>;
  readonly against: ByStance<readonly string[]>;
  /** Who keeps the first from dominating the second, for want of a weak preference. */
  readonly inTheWay: ByStance<readonly string[]>;
  /** Whether enough have spoken for dominance under `expected`. */
  readonly quorum: boolean;
}

/** Who would gain by leaving a profile, and where the others could take it to deter that (aggregation.md §6). */
export interface TemptationView {
  readonly stakeholder: string;
  readonly from: string;
  readonly to: string;
  readonly deterredBy: { readonly [C in 'gmr' | 'smr' | 'seq']: readonly string[] };
}

/** The least gain of two blocs in a profile; `null` where that of a member is undefined. */
export interface BlocGains {
  readonly profile: string;
  readonly first: ByStance<Points | null>;
  readonly second: ByStance<Points | null>;
}

const MOST_SEARCHED = 400;

/**
 * Who is behind the sums of a standing: product.md's row "who is in a coalition, gains by stakeholder". Gains
 * and coalitions tell no scores, which are of the row above it. Of a file whose newest ballots count on the basis.
 */
export class StandingDetail {
  private readonly preferences: Preferences;
  private readonly moves: Pick<Negotiation, 'profiles' | 'moves'>;
  private readonly indices: ReadonlyMap<string, number>;
  private changes: LeastChanges | null = null;
  /** What was asked for last, which most who open the page ask for. */
  private lastGains: { readonly profile: string; readonly gains: readonly StakeholderGain[] } | null = null;
  private lastPair: {
    readonly over: string;
    readonly under: string;
    readonly detail: PairDetail | null;
  } | null = null;
  private lastBlocs: {
    readonly blocs: readonly (readonly string[])[];
    readonly gains: readonly BlocGains[];
  } | null = null;
  private readonly flipped = new Map<string, ProfileFlips>();

  constructor(
    private readonly file: NegotiationFile,
    private readonly basis: Basis,
  ) {
    const negotiation = toNegotiation(file);
    this.preferences = new Preferences(negotiation, basis);
    this.moves = { profiles: negotiation.profiles, moves: negotiation.moves };
    this.indices = new Map(file.profiles.map(({ id }, x) => [id, x]));
  }

  /** In the file's order; empty for a profile that is not in the file. */
  gains(profile: string): readonly StakeholderGain[] {
    const x = this.indices.get(profile);
    if (x === undefined) return [];
    if (this.lastGains?.profile !== profile) this.lastGains = { profile, gains: this.gainsIn(x) };
    return this.lastGains.gains;
  }

  private gainsIn(x: number): readonly StakeholderGain[] {
    return this.file.stakeholders.map(({ id }, i) => ({
      stakeholder: id,
      silent: this.preferences.isSilent(i),
      gain: byStance((stance) => this.preferences.gain(i, x, stance)),
    }));
  }

  /** Who has not spoken, or not in a way that counts on the basis; in the file's order. */
  silent(): readonly string[] {
    return this.file.stakeholders.flatMap(({ id }, i) => (this.preferences.isSilent(i) ? [id] : []));
  }

  /**
   * What would flip a profile's verdict, searched for once; `null` for the default and for a profile that is not in the
   * file, and above so many stakeholders, where the searches would keep a page waiting. It tells scores: seenFlips
   * (flips.ts) takes them out for readers who may read no ballots.
   */
  flips(profile: string): ProfileFlips | null {
    const x = this.indices.get(profile);
    const { stakeholders, profiles } = this.file;
    if (x === undefined || profiles[x]?.default === true || stakeholders.length > MOST_SEARCHED) return null;
    this.changes ??= new LeastChanges(toNegotiation(this.file), this.basis);
    const found = this.flipped.get(profile) ?? this.changes.of(x);
    this.flipped.set(profile, found);
    return found;
  }

  /** Searches for what would flip each verdict, letting others in between: with 64 profiles it takes a second. */
  async searchFlips(): Promise<void> {
    for (const { id } of this.file.profiles) {
      // A wait is a millisecond at least: only who has searched lets others in.
      if (this.flipped.has(id) || this.flips(id) === null) continue;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** What each profile that could be adopted gives the least gainer of either bloc. */
  blocGains(first: readonly string[], second: readonly string[]): readonly BlocGains[] {
    const [one, other] = this.lastBlocs?.blocs ?? [];
    if (this.lastBlocs === null || one !== first || other !== second) {
      this.lastBlocs = { blocs: [first, second], gains: this.gainsOf(first, second) };
    }
    return this.lastBlocs.gains;
  }

  private gainsOf(first: readonly string[], second: readonly string[]): readonly BlocGains[] {
    const members = (ids: ReadonlySet<string>) =>
      this.file.stakeholders.flatMap(({ id }, i) => (ids.has(id) ? [i] : []));
    const [one, other] = [members(new Set(first)), members(new Set(second))];
    return this.file.profiles.flatMap(({ id, adoptable }, x) =>
      adoptable === false || x === this.preferences.frame.default
        ? []
        : [
            {
              profile: id,
              first: byStance((stance) => this.preferences.leastGain(one, x, stance)),
              second: byStance((stance) => this.preferences.leastGain(other, x, stance)),
            },
          ],
    );
  }

  /** Every temptation under the stance, or those away from one profile. */
  temptations(stance: Stance, leaving: string | null): readonly TemptationView[] {
    const from = leaving === null ? null : (this.indices.get(leaving) ?? -1);
    const profile = (x: number) => this.file.profiles[x]?.id ?? '';
    return temptations(this.moves, this.preferences, stance, from).map((found) => ({
      stakeholder: this.file.stakeholders[found.stakeholder]?.id ?? '',
      from: profile(found.from),
      to: profile(found.to),
      deterredBy: {
        gmr: found.gmr.map(profile),
        smr: found.smr.map(profile),
        seq: found.seq.map(profile),
      },
    }));
  }

  /** `null` where one of the two is not in the file. */
  pair(over: string, under: string): PairDetail | null {
    const last = this.lastPair;
    if (last !== null && last.over === over && last.under === under) return last.detail;
    const detail = this.detailOf(over, under);
    this.lastPair = { over, under, detail };
    return detail;
  }

  private detailOf(over: string, under: string): PairDetail | null {
    const [x, y] = [this.indices.get(over), this.indices.get(under)];
    if (x === undefined || y === undefined) return null;
    const ids = (members: readonly number[]) => members.flatMap((i) => this.file.stakeholders[i]?.id ?? []);
    return {
      prefer: byStance((stance) => ids(this.preferences.coalition(x, y, stance))),
      against: byStance((stance) => ids(this.preferences.coalition(y, x, stance))),
      inTheWay: byStance((stance) => ids(this.preferences.inTheWay(x, y, stance))),
      quorum: this.preferences.hasQuorum(),
    };
  }
}

/** The pair in a result, as far as it is told; `null` where the result has no such pair. */
export function pairView(
  result: AggregationResult,
  detail: StandingDetail | null,
  over: string,
  under: string,
): PairView | null {
  const side = (preferred: string, other: string): ByStance<PairRow> | null => {
    const [necessary, expected, possible] = STANCES.map((stance) => pairOf(result, stance, preferred, other));
    return necessary && expected && possible ? { necessary, expected, possible } : null;
  };
  const [prefer, against] = [side(over, under), side(under, over)];
  if (prefer === null || against === null) return null;
  return { over, under, prefer, against, detail: detail?.pair(over, under) ?? null };
}
