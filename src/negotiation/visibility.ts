import type { Openings } from './decide/decision';
import { type Texts, toFile } from './export';
import type { FileBallot, NegotiationFile } from './file/model';
import type { Viewer } from './roles';
import { type NegotiationState, own, type Tracked } from './state';
import type { Participant } from './views';

/** product.md §2, "Who sees what, and when": one function per row of its table. Everything unsaid is hidden. */

/** How a viewer stands to a negotiation: the columns of the table, the first that fits. */
export type Column = 'member' | 'observer' | 'anyone';

const MEMBERS = ['facilitator', 'delegate', 'auditor'] as const;

/** `null`: nothing at all may be seen. Whoever is no member sees what anyone may, where it is public. */
export function columnOf(state: Pick<NegotiationState, 'public'>, viewer: Viewer): Column | null {
  if (MEMBERS.some((role) => viewer.roles.includes(role))) return 'member';
  if (viewer.roles.includes('observer')) return 'observer';
  return state.public ? 'anyone' : null;
}

export function hasConcluded({ phase }: Pick<NegotiationState, 'phase'>): boolean {
  return phase.kind === 'concluded' || (phase.kind === 'archived' && phase.from === 'concluded');
}

/** Row "a ballot": whether a revealed ballot, assessment or pledge of the stakeholder is shown to the viewer. */
export function seesStatementsOf(state: NegotiationState, viewer: Viewer, stakeholder: string): boolean {
  if (viewer.stakeholders.includes(stakeholder)) return true;
  if (columnOf(state, viewer) !== 'member') return false;
  switch (state.mode) {
    case 'open':
    case 'sealed':
      return true;
    case 'private':
      return viewer.roles.includes('auditor') && hasConcluded(state);
  }
}

export interface VisibleOptions {
  readonly texts?: Texts;
  /** Sealed ballots: those of the viewer's own stakeholders, and of all for an auditor after a private conclusion. */
  readonly openings?: Openings;
}

/** What `negotiation.export` gives to the viewer: the file with as much in it as the viewer may see. `null`: nothing. */
export function visibleFile(
  state: NegotiationState,
  viewer: Viewer,
  { texts, openings }: VisibleOptions = {},
): NegotiationFile | null {
  const column = columnOf(state, viewer);
  if (column === null) return null;
  const sees = (stakeholder: string) => seesStatementsOf(state, viewer, stakeholder);
  const seen: NegotiationState = {
    ...state,
    acknowledgements: seesAcknowledgements(state, viewer) ? state.acknowledgements : [],
    ballots: state.ballots.map((run) => run.filter(({ stakeholder }) => sees(stakeholder))),
    votes: Object.fromEntries(Object.entries(state.votes).filter(([stakeholder]) => sees(stakeholder))),
    ...visibleStatements(state, viewer),
  };
  return toFile(seen, {
    ...(texts && { texts }),
    ...(openings && { openings: ownOpenings(state, viewer, openings) }),
  });
}

/** Who has acknowledged a briefing is known among members, in the file as in the history (visible-event.ts). */
export function seesAcknowledgements(state: NegotiationState, viewer: Viewer): boolean {
  return columnOf(state, viewer) === 'member';
}

/** Row "assessments, pledges": those that the viewer may see now. */
export function visibleStatements(
  state: NegotiationState,
  viewer: Viewer,
): Pick<NegotiationState, 'threatAssessments' | 'acuteRisks' | 'pledges'> {
  return {
    threatAssessments: statements(state, viewer, state.threatAssessments),
    acuteRisks: statements(state, viewer, state.acuteRisks),
    pledges: statements(state, viewer, state.pledges),
  };
}

/** Of a sealed round others see of a statement what had been revealed when it opened, its own delegates at once. */
function statements<T extends { readonly stakeholder: string }>(
  state: NegotiationState,
  viewer: Viewer,
  table: Readonly<Record<string, Tracked<T>>>,
): Readonly<Record<string, Tracked<T>>> {
  const hidden = state.mode === 'sealed' && state.phase.kind === 'open';
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, tracked]): [string, Tracked<T>][] => {
      const stakeholder = (tracked.now ?? tracked.shown)?.stakeholder ?? '';
      if (!seesStatementsOf(state, viewer, stakeholder)) return [];
      if (!hidden || viewer.stakeholders.includes(stakeholder)) return [[key, tracked]];
      return [[key, { now: tracked.shown, shown: tracked.shown }]];
    }),
  );
}

/** Openings are for their own delegates, and after a private conclusion for auditors. */
function ownOpenings(state: NegotiationState, viewer: Viewer, openings: Openings): Openings {
  const auditor = state.mode === 'private' && hasConcluded(state) && viewer.roles.includes('auditor');
  const mine = new Set<string>();
  for (const stakeholder of auditor ? state.stakeholders.map(({ id }) => id) : viewer.stakeholders) {
    const vote = own(state.votes, stakeholder);
    if (vote?.kind === 'sealed') mine.add(vote.commitment);
  }
  return (commitment) => (mine.has(commitment) ? openings(commitment) : undefined);
}

/** The file without ballots, assessments and pledges: question, frame, profiles, briefings. Row one of the table. */
export function frameFile(state: NegotiationState, texts?: Texts): NegotiationFile {
  const bare: NegotiationState = {
    ...state,
    acknowledgements: [],
    threatAssessments: {},
    acuteRisks: {},
    pledges: {},
  };
  return toFile(bare, { ballots: 'none', ...(texts && { texts }) });
}

/** Who has voted: public in every mode. */
export function participation(state: NegotiationState): readonly Participant[] {
  return state.stakeholders.map(({ id: stakeholder }) => {
    const vote = own(state.votes, stakeholder);
    return { stakeholder, voted: vote !== undefined, castAt: vote?.at ?? null };
  });
}

/** How many have assessed and pledged: what observers see of those. */
export interface StatementCounts {
  readonly threatAssessments: number;
  readonly acuteRiskAssessments: number;
  readonly pledges: number;
}

/** Row "assessments, pledges" for observers: counts, of what is revealed. `null` for who sees not even those. */
export function statementCounts(state: NegotiationState, viewer: Viewer): StatementCounts | null {
  const column = columnOf(state, viewer);
  if (column !== 'member' && column !== 'observer') return null;
  const sealed = state.mode === 'sealed' && state.phase.kind === 'open';
  const count = <T>(table: Readonly<Record<string, Tracked<T>>>) =>
    Object.values(table).filter(({ now, shown }) => (sealed ? shown : now) !== null).length;
  return {
    threatAssessments: count(state.threatAssessments),
    acuteRiskAssessments: count(state.acuteRisks),
    pledges: count(state.pledges),
  };
}

/** Row "comments": members and observers read them. */
export function seesComments(state: NegotiationState, viewer: Viewer): boolean {
  const column = columnOf(state, viewer);
  return column === 'member' || column === 'observer';
}

/** A ballot to its own delegates: whatever of it is at hand, sealed ones by their opening. */
export function ownBallot(
  state: NegotiationState,
  viewer: Viewer,
  stakeholder: string,
  openings?: Openings,
): FileBallot | null {
  if (!viewer.stakeholders.includes(stakeholder)) return null;
  const vote = own(state.votes, stakeholder);
  if (vote === undefined) return null;
  const ballot = vote.kind === 'revealed' ? vote.ballot : openings?.(vote.commitment)?.ballot;
  return ballot === undefined ? null : { stakeholder, at: vote.at, ...ballot };
}
