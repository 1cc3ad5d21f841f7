import type { Member, Role, Viewer } from './roles';
import type { NegotiationState } from './state';

type Seats = Pick<NegotiationState, 'members' | 'deputies'>;

/** Who an actor is in the negotiation at a moment: its members, and deputies in their period (product.md §1). */

function hasRole({ members }: Seats, actor: string, role: Role): boolean {
  return members.some((member) => member.pseudonym === actor && member.role === role);
}

export function isFacilitator(state: Seats, actor: string): boolean {
  return hasRole(state, actor, 'facilitator');
}

/** A delegate of the stakeholder by seat. */
export function isSeatedFor({ members }: Seats, actor: string, stakeholder: string): boolean {
  return members.some(
    (member) =>
      member.stakeholder === stakeholder && member.pseudonym === actor && member.role === 'delegate',
  );
}

/** Whether the actor speaks for the stakeholder at this moment, by seat or as a deputy. */
export function speaksFor(state: Seats, actor: string, stakeholder: string, now: string): boolean {
  return isSeatedFor(state, actor, stakeholder) || isDeputyFor(state, actor, stakeholder, now);
}

/** Whether the actor speaks for any stakeholder at this moment. */
export function speaksForAny(state: Seats, actor: string, now: string): boolean {
  return (
    state.members.some(({ pseudonym, stakeholder }) => pseudonym === actor && stakeholder !== null) ||
    state.deputies.some(({ stakeholder }) => isDeputyFor(state, actor, stakeholder, now))
  );
}

function isDeputyFor({ deputies }: Seats, actor: string, stakeholder: string, now: string): boolean {
  return deputies.some(
    (deputy) =>
      deputy.pseudonym === actor &&
      deputy.stakeholder === stakeholder &&
      deputy.from <= now &&
      now < deputy.until,
  );
}

/** What a person is to the negotiation at this moment. */
export type ViewerOf = (actor: string, now: string) => Viewer;

export function viewerOf(state: Seats, actor: string, now: string): Viewer {
  const own = state.members.filter(({ pseudonym }) => pseudonym === actor);
  return viewerIn(state, own, actor, now);
}

/** The same of one state for many people: looks through its members once. */
export function viewersOf(state: Seats): ViewerOf {
  const own = new Map<string, Member[]>();
  for (const member of state.members) {
    const seats = own.get(member.pseudonym);
    if (seats === undefined) own.set(member.pseudonym, [member]);
    else seats.push(member);
  }
  return (actor, now) => viewerIn(state, own.get(actor) ?? [], actor, now);
}

function viewerIn(state: Seats, seats: readonly Member[], actor: string, now: string): Viewer {
  const roles = new Set<Role>();
  const stakeholders = new Set<string>();
  for (const { role, stakeholder } of seats) {
    roles.add(role);
    if (stakeholder !== null) stakeholders.add(stakeholder);
  }
  for (const { stakeholder } of state.deputies) {
    if (!isDeputyFor(state, actor, stakeholder, now)) continue;
    roles.add('delegate');
    stakeholders.add(stakeholder);
  }
  return { roles: [...roles], stakeholders: [...stakeholders], signedIn: true };
}
