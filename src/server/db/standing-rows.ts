/** A result as rows that SQL can query. */
import { type AggregationResult, type Basis, STANCES } from '@/core/model';
import type { Standings } from '@/negotiation/result';
import type { VerdictsOn } from '@/negotiation/running-standings';
import { type AddedParts, headText, PartsToAdd, restTexts } from './standing-parts';

/** Stands for heads where a dimension's id stands otherwise; no id may hold a `#`. */
const MEMBERS = '#members';

function profileRows(result: AggregationResult) {
  return result.profiles.map((p, ordinal) => ({
    profile: p.id,
    ordinal,
    verdict: p.verdict,
    efficient_necessary: p.efficient.necessary,
    efficient_expected: p.efficient.expected,
    efficient_possible: p.efficient.possible,
    core_necessary: p.core.necessary,
    core_expected: p.core.expected,
    core_possible: p.core.possible,
    critical_gain_necessary: p.criticalGain?.necessary ?? null,
    critical_gain_expected: p.criticalGain?.expected ?? null,
    critical_gain_possible: p.criticalGain?.possible ?? null,
  }));
}

/** Support for each profile against the default: heads, and weight by dimension. */
export function supportRows(result: AggregationResult) {
  const byDefault = result.profiles.find((p) => p.verdict === 'default')?.id;
  return STANCES.flatMap((stance) =>
    result.pairs[stance]
      .filter((pair) => pair.under === byDefault)
      .flatMap(({ over, members, weights }) =>
        [[MEMBERS, members] as const, ...Object.entries(weights)].map(([dimension, weight]) => ({
          profile: over,
          stance,
          dimension,
          weight: String(weight),
        })),
      ),
  );
}

/** A result as it is stored: made where it is computed, so that nothing but texts need be sent to another thread. */
export interface StandingText {
  readonly basis: Basis;
  /** Hashes of the parts whose texts, one after the other, are the whole result. */
  readonly parts: readonly string[];
  /** JSON of `standing_profile`'s rows. */
  readonly profiles: string;
  /** Columns of `standing_support`. */
  readonly support: readonly [
    profiles: readonly string[],
    stances: readonly string[],
    dimensions: readonly string[],
    weights: readonly string[],
  ];
  readonly verdicts: VerdictsOn;
}

export type StandingTexts = { readonly [B in Basis]: StandingText } & { readonly added: AddedParts };

/** @param stored hashes of parts whose texts need not come along; a big result is some megabytes. */
export function standingTexts({ stated, informed }: Standings, stored: readonly string[]): StandingTexts {
  const parts = new PartsToAdd(stored);
  const [head = '', ...rest] = parts.take([headText(stated), ...restTexts(stated)]);
  const informedParts = isOne(stated, informed)
    ? [...parts.take([headText(informed)]), ...rest]
    : parts.take([headText(informed), ...restTexts(informed)]);
  return {
    stated: standingText(stated, [head, ...rest]),
    informed: standingText(informed, informedParts),
    added: parts.added,
  };
}

/** Whether both are made of the same values, as where no briefing is required: the text need not be made twice. */
function isOne(stated: AggregationResult, informed: AggregationResult): boolean {
  const { basis: _, ...rest } = stated;
  return Object.entries(rest).every(([key, value]) => Object.is(Reflect.get(informed, key), value));
}

function standingText(result: AggregationResult, parts: readonly string[]): StandingText {
  const support = supportRows(result);
  return {
    basis: result.basis,
    parts,
    profiles: JSON.stringify(profileRows(result)),
    support: [
      support.map((s) => s.profile),
      support.map((s) => s.stance),
      support.map((s) => s.dimension),
      support.map((s) => s.weight),
    ],
    verdicts: {
      basis: result.basis,
      profiles: result.profiles.map(({ id, verdict }) => ({ id, verdict })),
    },
  };
}
