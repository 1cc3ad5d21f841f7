import { countedBallots } from '@/core/basis';
import { frame } from '@/core/frame';
import { BASES, type Basis, type Negotiation, type Verdict } from '@/core/model';
import { Scores } from '@/core/scores';
import { levelsOver } from '@/core/standing';
import { verdictOf } from '@/core/verdict';
import type { Openings } from '@/negotiation/decide/decision';
import type { EventType } from '@/negotiation/events/catalogue';
import { toFile } from '@/negotiation/export';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { faultsOfWhole } from '@/negotiation/rules/whole';
import type { NegotiationState } from '@/negotiation/state';

/** A profile's verdict; `null` where there is no such profile, or nothing to aggregate yet. */
type Held = Verdict | 'default' | null;
export type VerdictByProfile = ReadonlyMap<string, Verdict | 'default'>;
export type Verdicts = { readonly [B in Basis]: VerdictByProfile };

export interface Flip {
  readonly basis: Basis;
  readonly profile: string;
  readonly from: Held;
  readonly to: Held;
}

const NONE: VerdictByProfile = new Map();

/**
 * The verdicts of a state on both bases, recomputed from its ballots (aggregation.md §4); none before it is whole.
 * Costs O(n · m): what else a standing has (pairs, gaps, stability) is left out.
 */
export function verdictsOf(state: NegotiationState, openings: Openings): Verdicts {
  if (faultsOfWhole(state).length > 0) return { stated: NONE, informed: NONE };
  const negotiation = toNegotiation(toFile(state, { ballots: 'newest', openings }));
  const stated = verdictsOn(negotiation, 'stated');
  const required = negotiation.briefings.some((briefing) => briefing.required);
  return { stated, informed: required ? verdictsOn(negotiation, 'informed') : stated };
}

/** The verdicts of a negotiation on one basis, as its result has them. */
export function verdictsOn(negotiation: Negotiation, basis: Basis): VerdictByProfile {
  const framed = frame(negotiation);
  const scores = new Scores(countedBallots(negotiation, basis), framed.profiles.length);
  return new Map(
    framed.profiles.map(({ id, isDefault }, x) => {
      const rule = framed.rules[x] ?? framed.rule;
      return [id, isDefault ? 'default' : verdictOf(rule, levelsOver(framed, scores, x, framed.default))];
    }),
  );
}

export function flips(from: Verdicts, to: Verdicts): Flip[] {
  return BASES.flatMap((basis) =>
    [...new Set([...to[basis].keys(), ...from[basis].keys()])]
      .map((profile): Flip => {
        return {
          basis,
          profile,
          from: from[basis].get(profile) ?? null,
          to: to[basis].get(profile) ?? null,
        };
      })
      .filter((flip) => flip.from !== flip.to),
  );
}

const NOUNS = ['ballot', 'briefing', 'profile', 'dimension', 'stakeholder', 'rule', 'criterion', 'guarantee'];

/** Whether an event of the type can change a verdict at all: the others need no recomputation. */
export function canFlip(type: EventType): boolean {
  return type === 'negotiation.imported' || NOUNS.includes(type.split('.')[0] ?? '');
}
