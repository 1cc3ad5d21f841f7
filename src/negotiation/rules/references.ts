import type { RuleFrame } from '../file/check-rule';
import { refuse } from '../refusals';
import { type NegotiationState, own, type ProfileEntry } from '../state';
import { CATALOGUE_FORMS } from '../threats';
import type { Judgement } from './judgement';

/** What there is to refer to in a negotiation. */

export function distinctIds(ids: readonly string[]): Judgement {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return refuse('twice.listed', { id });
    seen.add(id);
  }
  return null;
}

type Listed = 'dimension' | 'criterion' | 'guarantee' | 'stakeholder' | 'profile' | 'briefing' | 'threat';

function exists(state: NegotiationState, kind: Listed, id: string): boolean {
  switch (kind) {
    case 'dimension':
      return state.dimensions.some((entry) => entry.id === id);
    case 'criterion':
      return state.criteria.some((entry) => entry.id === id);
    case 'guarantee':
      return state.guarantees.some((entry) => entry.id === id);
    case 'stakeholder':
      return own(state.stakeholderIndex, id) !== undefined;
    case 'profile':
      return profileOf(state, id)?.status === 'admitted';
    case 'briefing':
      return state.briefings.some((entry) => entry.id === id);
    case 'threat':
      return CATALOGUE_FORMS.includes(id) || state.threats.some((entry) => entry.id === id);
  }
}

export function known(state: NegotiationState, kind: Listed, id: string): Judgement {
  return exists(state, kind, id) ? null : refuse('unknown.id', { kind, id });
}

export function allKnown(state: NegotiationState, kind: Listed, ids: readonly string[]): Judgement {
  const id = ids.find((candidate) => !exists(state, kind, candidate));
  return id === undefined ? null : refuse('unknown.id', { kind, id });
}

/** An id for something new: not in use, and not of something that older ballots may name. */
export function fresh(state: NegotiationState, kind: Listed, id: string): Judgement {
  if (exists(state, kind, id)) return refuse('exists.id', { kind, id });
  return own(state.retired, `${kind} ${id}`) ? refuse('retired.id', { kind, id }) : null;
}

export function profileOf(state: NegotiationState, id: string): ProfileEntry | undefined {
  return state.profiles.find((entry) => entry.profile.id === id);
}

/** What any rule tree may refer to. */
export function treeFrameOf(state: NegotiationState): RuleFrame {
  const has = (kind: Listed) => (id: string) => exists(state, kind, id);
  return {
    dimensions: { has: has('dimension') },
    stakeholders: { has: has('stakeholder'), size: state.stakeholders.length },
  };
}
