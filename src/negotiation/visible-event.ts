import { EVENT_TYPES, type EventType } from './events/catalogue';
import type { Event } from './events/event';
import type { Viewer } from './roles';
import { assertNever, type NegotiationState } from './state';
import { columnOf, hasConcluded, seesStatementsOf } from './visibility';

/**
 * Row "history" of product.md §2: hashes of all events always, and of an event's content what the other rows say.
 * `public`: question, frame, profiles, briefings, rounds, who has voted. `internal`: among members. `comment`: observers
 * read them too. `ballot`: ballots, and assessments and pledges, which are shown as these are. `file`: an imported file,
 * which holds ballots.
 */
type Kind = 'public' | 'internal' | 'comment' | 'ballot' | 'file';

const KIND_OF: { readonly [T in EventType]: Kind } = {
  'negotiation.created': 'public',
  'negotiation.imported': 'file',
  'negotiation.described': 'public',
  'negotiation.modeSet': 'public',
  'negotiation.archived': 'public',
  'negotiation.concluded': 'public',
  'negotiation.succeeded': 'public',
  'dimension.added': 'public',
  'dimension.changed': 'public',
  'dimension.removed': 'public',
  'stakeholder.added': 'public',
  'stakeholder.changed': 'public',
  'stakeholder.removed': 'public',
  'rule.set': 'public',
  'criterion.added': 'public',
  'criterion.changed': 'public',
  'criterion.removed': 'public',
  'guarantee.added': 'public',
  'guarantee.changed': 'public',
  'guarantee.removed': 'public',
  'moves.set': 'public',
  'profile.proposed': 'public',
  'profile.admitted': 'public',
  'profile.refused': 'public',
  'profile.withdrawn': 'public',
  'member.invited': 'internal',
  'member.joined': 'internal',
  'member.removed': 'internal',
  'member.deputised': 'internal',
  'briefing.published': 'public',
  'briefing.acknowledged': 'internal',
  'round.opened': 'public',
  'round.closed': 'public',
  'round.extended': 'public',
  'deadline.set': 'public',
  'consent.asked': 'internal',
  'consent.given': 'internal',
  'consent.refused': 'internal',
  'ballot.cast': 'ballot',
  'ballot.abstained': 'ballot',
  /** Only the seal: that a stakeholder has voted is public. */
  'ballot.sealed': 'public',
  'ballot.unsealed': 'ballot',
  'ballot.entered': 'ballot',
  'ballot.confirmed': 'public',
  'threat.assessed': 'ballot',
  'acuteRisk.assessed': 'ballot',
  'pledge.made': 'ballot',
  'pledge.withdrawn': 'ballot',
  'comment.posted': 'comment',
  'comment.edited': 'comment',
  'comment.redacted': 'comment',
  'commitment.reported': 'internal',
  'commitment.disputed': 'internal',
  'commitment.scheduled': 'internal',
  'result.computed': 'public',
  'key.rotated': 'public',
  'epoch.begun': 'public',
};

/** Types of which a member may not, or not yet, see the content. */
export const HIDEABLE: readonly EventType[] = EVENT_TYPES.filter((type) =>
  ['ballot', 'file'].includes(KIND_OF[type]),
);

/** Whether the content of an event is shown to the viewer, in the state as it is now; otherwise its hash alone. */
export function visibleEvent(event: Event, state: NegotiationState, viewer: Viewer): boolean {
  const column = columnOf(state, viewer);
  if (column === null || column === 'anyone') return false;
  const kind = KIND_OF[event.type];
  switch (kind) {
    case 'public':
    case 'comment':
      return true;
    case 'internal':
      return column === 'member';
    case 'file':
      return column === 'member' && (state.mode !== 'private' || isAuditorAfterwards(state, viewer));
    case 'ballot':
      return isRevealed(event, state, viewer) && seesStatementsOf(state, viewer, subject(event));
    default:
      return assertNever(kind);
  }
}

/**
 * The types of which the viewer may see some event: what a search has to look through. It hangs on role and mode
 * alone, never on what the log holds.
 */
export function seenTypes(state: NegotiationState, viewer: Viewer): readonly EventType[] {
  const column = columnOf(state, viewer);
  if (column === null || column === 'anyone') return [];
  const isMember = column === 'member';
  const seesFiles = isMember && (state.mode !== 'private' || isAuditorAfterwards(state, viewer));
  const sees: { readonly [K in Kind]: boolean } = {
    public: true,
    comment: true,
    internal: isMember,
    file: seesFiles,
    ballot: seesFiles || viewer.stakeholders.length > 0,
  };
  return EVENT_TYPES.filter((type) => sees[KIND_OF[type]]);
}

function isAuditorAfterwards(state: NegotiationState, viewer: Viewer): boolean {
  return viewer.roles.includes('auditor') && hasConcluded(state);
}

/** What was said in a sealed round that is still open is for its own delegates: a paper ballot's note too. */
function isRevealed(event: Event, state: NegotiationState, viewer: Viewer): boolean {
  if (state.mode !== 'sealed' || state.phase.kind !== 'open') return true;
  const opened = state.rounds.at(-1)?.opened.position ?? 0;
  return event.position < opened || viewer.stakeholders.includes(subject(event));
}

function subject({ data }: Event): string {
  return 'stakeholder' in data && typeof data.stakeholder === 'string' ? data.stakeholder : '';
}
