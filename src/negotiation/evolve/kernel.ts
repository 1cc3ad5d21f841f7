import type { NegotiationState } from '../state';

/** Containers that can be written, with what they hold still read-only: events replace, they do not alter. */
type Thawed<T> = T extends readonly (infer E)[]
  ? E[]
  : string extends keyof T
    ? { [key: string]: T[keyof T] }
    : T;

/** A state that belongs to whoever made it, and may be written in place. */
export type Kernel = { -readonly [K in keyof NegotiationState]: Thawed<NegotiationState[K]> };

/** A copy of the state's own containers: costs their length, not what they hold. */
export function thaw(state: NegotiationState): Kernel {
  return {
    ...state,
    rounds: [...state.rounds],
    emptyLists: [...state.emptyLists],
    dimensions: [...state.dimensions],
    stakeholders: [...state.stakeholders],
    stakeholderIndex: { ...state.stakeholderIndex },
    criteria: [...state.criteria],
    guarantees: [...state.guarantees],
    deliveries: { ...state.deliveries },
    profiles: [...state.profiles],
    moves: state.moves && [...state.moves],
    threats: [...state.threats],
    retired: { ...state.retired },
    briefings: [...state.briefings],
    acknowledgements: [...state.acknowledgements],
    acknowledged: { ...state.acknowledged },
    ballots: [...state.ballots],
    votes: { ...state.votes },
    entered: { ...state.entered },
    threatAssessments: { ...state.threatAssessments },
    acuteRisks: { ...state.acuteRisks },
    pledges: { ...state.pledges },
    members: [...state.members],
    invitations: { ...state.invitations },
    deputies: [...state.deputies],
    consents: [...state.consents],
    comments: { ...state.comments },
    commitments: { ...state.commitments },
    results: [...state.results],
    owes: [...state.owes],
  };
}

/** Puts `entry` in the place of the one with its id, or at the end. */
export function put<T extends { readonly id: string }>(list: T[], entry: T): void {
  const index = list.findIndex(({ id }) => id === entry.id);
  if (index < 0) list.push(entry);
  else list[index] = entry;
}

export function drop<T extends { readonly id: string }>(list: T[], id: string): void {
  const index = list.findIndex((entry) => entry.id === id);
  if (index >= 0) list.splice(index, 1);
}

/** Ids that older ballots may have named are never given again: their scores would come back to life. */
export function retire(kernel: Kernel, kind: string, id: string): void {
  if (kernel.phase.kind !== 'draft' || kernel.imported) kernel.retired[`${kind} ${id}`] = true;
}

export function removeWhere<T>(table: { [key: string]: T }, gone: (entry: T, key: string) => boolean): void {
  for (const [key, entry] of Object.entries(table)) if (gone(entry, key)) delete table[key];
}
