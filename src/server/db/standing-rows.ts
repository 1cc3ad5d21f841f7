/** A result as rows that SQL can query. */
import { type AggregationResult, type Basis, STANCES } from '@/core/model';
import type { Standings } from '@/negotiation/result';
import type { VerdictsOn } from '@/negotiation/running-standings';

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
  /** The whole result; `null` where it is that of `stated` in all but its name. */
  readonly result: string | null;
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

export type StandingTexts = { readonly [B in Basis]: StandingText };

/** Where no briefing is required both results are one, which is stored once: a big one is some megabytes. */
export function standingTexts({ stated, informed }: Standings): StandingTexts {
  const text = JSON.stringify(stated);
  const isOne = JSON.stringify({ ...informed, basis: stated.basis }) === text;
  return {
    stated: standingText(stated, text),
    informed: standingText(informed, isOne ? null : JSON.stringify(informed)),
  };
}

function standingText(result: AggregationResult, text: string | null): StandingText {
  const support = supportRows(result);
  return {
    basis: result.basis,
    result: text,
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
