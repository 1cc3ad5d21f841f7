import { BASES, type Basis, type Verdict } from '@/core/model';
import type { Openings } from '@/negotiation/decide/decision';
import type { EventType } from '@/negotiation/events/catalogue';
import { standingOf } from '@/negotiation/result';
import { faultsOfWhole } from '@/negotiation/rules/whole';
import type { NegotiationState } from '@/negotiation/state';

/** A profile's verdict; `null` where there is no such profile, or nothing to aggregate yet. */
type Held = Verdict | 'default' | null;
export type Verdicts = { readonly [B in Basis]: ReadonlyMap<string, Verdict | 'default'> };

export interface Flip {
  readonly basis: Basis;
  readonly profile: string;
  readonly from: Held;
  readonly to: Held;
}

/** The verdicts of a state on both bases, recomputed from its ballots (aggregation.md §3); none before it is whole. */
export function verdictsOf(state: NegotiationState, openings: Openings): Verdicts {
  const whole = faultsOfWhole(state).length === 0;
  const on = (basis: Basis) =>
    new Map(
      whole
        ? standingOf(state, basis, openings).profiles.map(({ id, verdict }) => [id, verdict] as const)
        : [],
    );
  return { stated: on('stated'), informed: on('informed') };
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
