import type { NegotiationState } from '../state';

/** Containers that can be written, with what they hold still read-only: events replace, they do not alter. */
type Thawed<T> = T extends readonly (infer E)[]
  ? E[]
  : string extends keyof T
    ? { [key: string]: T[keyof T] }
    : T;

/** A state that belongs to whoever made it, and may be written in place. */
export type Kernel = { -readonly [K in keyof NegotiationState]: Thawed<NegotiationState[K]> };

const TABLES = [
  'stakeholderIndex',
  'deliveries',
  'retired',
  'acknowledged',
  'votes',
  'entered',
  'threatAssessments',
  'acuteRisks',
  'pledges',
  'invitations',
  'comments',
  'commitments',
] as const;
export type TableName = (typeof TABLES)[number];

const ALL_TABLES: ReadonlySet<TableName> = new Set(TABLES);

/**
 * A copy of the state's own containers: costs their length, not what they hold. Only the tables named are copied,
 * being the dear ones; the others are shared, and must not be written.
 */
export function thaw(state: NegotiationState, tables: ReadonlySet<TableName> = ALL_TABLES): Kernel {
  const table = <N extends TableName>(name: N) => (tables.has(name) ? { ...state[name] } : state[name]);
  return {
    ...state,
    rounds: [...state.rounds],
    emptyLists: [...state.emptyLists],
    dimensions: [...state.dimensions],
    stakeholders: [...state.stakeholders],
    criteria: [...state.criteria],
    guarantees: [...state.guarantees],
    profiles: [...state.profiles],
    threats: [...state.threats],
    briefings: [...state.briefings],
    acknowledgements: [...state.acknowledgements],
    ballots: [...state.ballots],
    members: [...state.members],
    deputies: [...state.deputies],
    consents: [...state.consents],
    results: [...state.results],
    owes: [...state.owes],
    moves: state.moves && [...state.moves],
    stakeholderIndex: table('stakeholderIndex'),
    deliveries: table('deliveries'),
    retired: table('retired'),
    acknowledged: table('acknowledged'),
    votes: table('votes'),
    entered: table('entered'),
    threatAssessments: table('threatAssessments'),
    acuteRisks: table('acuteRisks'),
    pledges: table('pledges'),
    invitations: table('invitations'),
    comments: table('comments'),
    commitments: table('commitments'),
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
