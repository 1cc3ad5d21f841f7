import { isFacilitator } from '../authority';
import type { EventOf } from '../events/event';
import { refuse } from '../refusals';
import { standingOf } from '../result';
import type { NegotiationState } from '../state';
import { CATALOGUE_FORMS } from '../threats';
import { first, type Judgement, type JudgeOptions, unless } from './judgement';
import { distinctIds } from './references';

/** negotiation.*: product.md §2. */

export function judgeImported(state: NegotiationState): Judgement {
  const lists = [
    state.dimensions,
    state.stakeholders,
    state.criteria,
    state.guarantees,
    state.profiles,
    state.threats,
    state.briefings,
  ];
  const blank =
    !state.imported &&
    state.rule === null &&
    state.moves === null &&
    lists.every((list) => list.length === 0);
  return unless(blank, 'import.not-blank');
}

export function judgeDescribed(
  state: NegotiationState,
  { data }: EventOf<'negotiation.described'>,
): Judgement {
  const ids = new Set(data.threats.map(({ id }) => id));
  const catalogued = data.threats.find(({ id }) => CATALOGUE_FORMS.includes(id));
  if (catalogued) return refuse('threat.catalogue', { id: catalogued.id });
  const removed = new Set(state.threats.map(({ id }) => id).filter((id) => !ids.has(id)));
  return first(
    () => distinctIds(data.threats.map(({ id }) => id)),
    () => {
      for (const { id: guarantee, threats = [] } of state.guarantees) {
        const id = threats.find((threat) => removed.has(threat));
        if (id !== undefined) return refuse('used.threat', { guarantee, id });
      }
      return null;
    },
  );
}

/**
 * Adopts an adoptable profile, or none. What does not clear the bar on the informed basis is adopted only with a
 * reason.
 */
export function judgeConcluded(
  state: NegotiationState,
  { data }: EventOf<'negotiation.concluded'>,
  { openings }: JudgeOptions,
): Judgement {
  if (data.profile === null) return null;
  const id = data.profile;
  const entry = state.profiles.find(({ profile, status }) => profile.id === id && status === 'admitted');
  if (entry === undefined) return refuse('unknown.id', { kind: 'profile', id });
  if (entry.profile.adoptable === false) return refuse('conclude.profile', { id });
  if (data.reason !== null) return null;
  const result = standingOf(state, 'informed', openings).profiles.find((profile) => profile.id === id);
  return unless(result?.verdict === 'clears', 'conclude.reason', { id });
}

export function judgeSucceeded(
  state: NegotiationState,
  { data }: EventOf<'negotiation.succeeded'>,
): Judgement {
  return first(
    () => unless(data.by !== state.log, 'succeeded.self'),
    () => unless(state.succeededBy === null, 'succeeded.twice'),
  );
}

/** A new negotiation may name one that it succeeds, but not itself. */
export function judgeCreated({ log, actor, data }: EventOf<'negotiation.created'>): Judgement {
  return first(
    () => unless(actor !== 'system', 'forbidden.person'),
    () => unless(data.succeeds !== log, 'succeeded.self'),
  );
}

export function judgeCreator(state: NegotiationState, event: EventOf<'member.joined'>): Judgement {
  const { invitation, role, stakeholder } = event.data;
  const sound = invitation === null && role === 'facilitator' && stakeholder === null;
  return unless(sound && !isFacilitator(state, event.actor), 'member.seat');
}
