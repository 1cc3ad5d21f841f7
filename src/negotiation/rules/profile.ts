import { isFacilitator, speaksFor } from '../authority';
import { everyoneSatisfies } from '../coalition';
import type { EventOf } from '../events/event';
import { validateRule } from '../file/validate-rule';
import { refuse, refuseFaults } from '../refusals';
import { type NegotiationState, own, type ProfileEntry } from '../state';
import { isBare, judgeBare } from './frame';
import { first, type Judgement, unless } from './judgement';
import { allKnown, distinctIds, profileOf } from './references';
import { ruleFrameOf } from './rule-frame';

/** Profiles: proposed by delegates and facilitators, admitted, refused or withdrawn by facilitators (product.md §2). */

const MOST_ADMITTED = 64;
const MOST_WAITING = 192;

type Proposed = EventOf<'profile.proposed'>;

export function judgeProposed(state: NegotiationState, event: Proposed): Judgement {
  const { profile } = event.data;
  return first(
    () => proposer(state, event),
    () => textMayChange(state, event),
    () => defaultAsProposed(state, event),
    () => allKnown(state, 'guarantee', profile.relies ?? []),
    () => distinctIds(profile.relies ?? []),
    () => allKnown(state, 'stakeholder', Object.keys(profile.strategies ?? {})),
    () => amended(state, profile),
    () => soundNeeds(state, profile),
  );
}

/** In draft facilitators alone edit; afterwards a delegate proposes in a stakeholder's name. */
function proposer(state: NegotiationState, { actor, at, data: { stakeholder } }: Proposed): Judgement {
  if (stakeholder === null || state.phase.kind === 'draft') {
    return unless(stakeholder === null && isFacilitator(state, actor), 'forbidden.facilitator');
  }
  return unless(speaksFor(state, actor, stakeholder, at), 'forbidden.delegate', { stakeholder });
}

/** What no round has opened with may still be edited: by who proposed it, or by a facilitator. */
function textMayChange(state: NegotiationState, { actor, data }: Proposed): Judgement {
  const { id } = data.profile;
  const before = profileOf(state, id);
  if (before === undefined) {
    if (own(state.retired, `profile ${id}`)) return refuse('retired.id', { kind: 'profile', id });
    const waiting = state.profiles.filter(({ status }) => status === 'proposed').length;
    return unless(waiting < MOST_WAITING, 'bound.most', { kind: 'proposals', most: MOST_WAITING });
  }
  if (before.openedIn !== null) return refuse('profile.fixed', { id });
  const theirs = before.status === 'proposed' && before.proposedBy?.pseudonym === actor;
  return unless(theirs || isFacilitator(state, actor), 'profile.not-yours', { id });
}

function defaultAsProposed(state: NegotiationState, { actor, data: { profile } }: Proposed): Judgement {
  if (profile.default !== true) {
    const before = profileOf(state, profile.id);
    const losesIt = before?.profile.default === true && state.phase.kind !== 'draft';
    return losesIt ? refuse('frame.consent') : null;
  }
  const other = state.profiles.find((entry) => entry.profile.default && entry.profile.id !== profile.id);
  return first(
    () => unless(state.phase.kind === 'draft' && isFacilitator(state, actor), 'profile.default-facilitator'),
    () => unless(other === undefined, 'profile.default-twice', { id: other?.profile.id ?? '' }),
    () => unless(isBare(profile), 'profile.default-bare', { id: profile.id }),
  );
}

function amended(state: NegotiationState, { id, amends }: Proposed['data']['profile']): Judgement {
  if (amends === undefined) return null;
  if (amends === id) {
    return refuseFaults('profile.faults', [{ path: 'amends', message: 'a profile cannot amend itself' }]);
  }
  return unless(profileOf(state, amends) !== undefined, 'unknown.id', { kind: 'profile', id: amends });
}

function soundNeeds(state: NegotiationState, { needs }: Proposed['data']['profile']): Judgement {
  if (needs === undefined) return null;
  const judged = validateRule(needs, ruleFrameOf(state), 'needs');
  if (!judged.ok) return refuseFaults('profile.faults', judged.faults);
  if (everyoneSatisfies(state, needs)) return null;
  const message = 'not even everyone together satisfies these needs';
  return refuseFaults('profile.faults', [{ path: 'needs', message }]);
}

/** `owed`: consent to another default has been given. */
export function judgeAdmitted(
  state: NegotiationState,
  { data }: EventOf<'profile.admitted'>,
  owed: boolean,
): Judgement {
  const entry = profileOf(state, data.profile);
  if (entry === undefined) return refuse('unknown.id', { kind: 'profile', id: data.profile });
  const id = data.profile;
  const becomes = data.asDefault || (entry.status === 'proposed' && entry.profile.default === true);
  return first(
    () => unless(!becomes || owed || state.phase.kind === 'draft', 'frame.consent'),
    () => unless(data.asDefault || entry.status === 'proposed', 'profile.not-proposed', { id }),
    () => hasRoom(state, entry),
    () => (data.asDefault ? judgeBare(state, id) : null),
    () => unless(!data.asDefault || entry.profile.default !== true, 'profile.default-twice', { id }),
  );
}

function hasRoom(state: NegotiationState, entry: ProfileEntry): Judgement {
  const admitted = state.profiles.filter(({ status }) => status === 'admitted').length;
  const fits = entry.status === 'admitted' || admitted < MOST_ADMITTED;
  return unless(fits, 'bound.most', { kind: 'profiles', most: MOST_ADMITTED });
}

export function judgeRefused(state: NegotiationState, { data }: EventOf<'profile.refused'>): Judgement {
  const entry = profileOf(state, data.profile);
  if (entry === undefined) return refuse('unknown.id', { kind: 'profile', id: data.profile });
  return unless(entry.status === 'proposed', 'profile.not-proposed', { id: data.profile });
}

/** Facilitators withdraw between rounds; who proposed may take back what waits for admission. */
export function judgeWithdrawn(state: NegotiationState, event: EventOf<'profile.withdrawn'>): Judgement {
  const id = event.data.profile;
  const entry = profileOf(state, id);
  if (entry === undefined) return refuse('unknown.id', { kind: 'profile', id });
  if (entry.status === 'proposed' && isItsProposer(state, entry, event)) return null;
  const admitted = state.profiles.filter(({ status }) => status === 'admitted').length;
  return first(
    () => unless(isFacilitator(state, event.actor), 'forbidden.facilitator'),
    () => unless(state.phase.kind !== 'open', 'closed.open'),
    () => unless(entry.profile.default !== true || state.phase.kind === 'draft', 'profile.default-stays'),
    () =>
      unless(entry.status === 'proposed' || state.phase.kind === 'draft' || admitted > 2, 'profile.two-left'),
  );
}

function isItsProposer(
  state: NegotiationState,
  { proposedBy }: ProfileEntry,
  { actor, at }: EventOf<'profile.withdrawn'>,
): boolean {
  if (proposedBy === null) return false;
  const { stakeholder, pseudonym } = proposedBy;
  return stakeholder === null ? pseudonym === actor : speaksFor(state, actor, stakeholder, at);
}
