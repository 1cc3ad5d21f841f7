/** Whom an event is told to, and as which kind of message (pure). Few, and short: what nobody must act on is not told. */
import type { Event } from '@/negotiation/events/event';
import { mentionedIn } from '@/negotiation/mentions';
import { type NegotiationState, own } from '@/negotiation/state';
import type { NoticeKind } from './message';
import { delegatesOf } from './reminding';

export interface Notice {
  readonly kind: NoticeKind | 'ballot.taken';
  /** Pseudonyms. */
  readonly to: readonly string[];
  /** Of the event that it is told under, where that is another one. */
  readonly under?: number;
}

/**
 * The notices of one event.
 *
 * @param state the newest: whoever has left is told nothing more.
 * @param proposer pseudonym of who proposed the profile that the event decides on, where it is such an event.
 * @param text what a comment says by the event, where it still does.
 */
export function noticesOf(
  event: Event,
  state: NegotiationState,
  proposer: string | null,
  text: string | null = null,
): Notice[] {
  const everyone = state.members.map(({ pseudonym }) => pseudonym);
  // Asked for by few events, and of many stakeholders dear.
  const delegates = () => state.stakeholders.flatMap(({ id }) => delegatesOf(state, id, event.at));
  const others = (people: readonly string[]) =>
    [...new Set(people)].filter((pseudonym) => pseudonym !== event.actor);
  switch (event.type) {
    case 'ballot.cast':
    case 'ballot.abstained':
    case 'ballot.sealed':
    case 'ballot.confirmed':
      // To all of them, whoever cast it too, who gets the receipt (ledger.md §4).
      return [{ kind: 'ballot.taken', to: delegatesOf(state, event.data.stakeholder, event.at) }];
    case 'ballot.entered':
      return [{ kind: 'ballot.entered', to: others(delegatesOf(state, event.data.stakeholder, event.at)) }];
    case 'round.opened':
      return [{ kind: 'round.opened', to: others(everyone) }];
    case 'round.closed':
      return [{ kind: 'round.closed', to: others(everyone) }];
    case 'deadline.set':
    case 'round.extended':
      return [{ kind: 'round.deadline', to: others(everyone) }];
    case 'profile.proposed':
      return event.data.stakeholder === null || state.phase.kind === 'draft'
        ? []
        : [{ kind: 'profile.proposed', to: others(facilitatorsOf(state)) }];
    case 'profile.admitted':
      return [
        ...decided(proposer, event.actor),
        ...(state.phase.kind === 'open'
          ? [{ kind: 'profile.new' as const, to: others(delegates()).filter((one) => one !== proposer) }]
          : []),
      ];
    case 'profile.refused':
      return decided(proposer, event.actor);
    case 'briefing.published':
      // In draft the set-up is being written; what is to be read then stands in the letter that opens the round.
      return state.phase.kind === 'draft' ? [] : [{ kind: 'briefing.published', to: others(delegates()) }];
    case 'consent.asked':
      return [{ kind: 'consent.asked', to: others(delegates()) }];
    case 'negotiation.concluded':
      return [{ kind: 'negotiation.concluded', to: others(everyone) }];
    case 'comment.posted': {
      const { replyTo } = event.data;
      const author = replyTo === null ? undefined : own(state.comments, String(replyTo))?.actor;
      const answered = author === undefined ? [] : others([author]);
      return [
        ...(author === undefined ? [] : [{ kind: 'comment.reply' as const, to: answered }]),
        // One letter about one comment is enough.
        ...mentions(state, event, text, (one) => !answered.includes(one)),
      ];
    }
    case 'comment.edited':
      // Under the comment, so that whoever was told of it is not told again for each edit.
      return mentions(state, event, text, () => true).map((notice) => ({
        ...notice,
        under: event.data.comment,
      }));
    default:
      return [];
  }
}

/** Those whom a comment mentions: people, and who speaks for stakeholders. */
function mentions(
  state: NegotiationState,
  { at, actor }: Event,
  text: string | null,
  wanted: (pseudonym: string) => boolean,
): Notice[] {
  if (text === null) return [];
  const people = [...state.members, ...state.deputies].map(({ pseudonym }) => pseudonym);
  const stakeholders = state.stakeholders.map(({ id }) => id);
  const named = [...mentionedIn(text, [...people, ...stakeholders])];
  const to = named.flatMap((id) => (people.includes(id) ? [id] : delegatesOf(state, id, at)));
  const others = [...new Set(to)].filter((one) => one !== actor && wanted(one));
  return others.length === 0 ? [] : [{ kind: 'comment.mention', to: others }];
}

function decided(proposer: string | null, actor: string): Notice[] {
  return proposer === null || proposer === actor ? [] : [{ kind: 'profile.decided', to: [proposer] }];
}

function facilitatorsOf({ members }: NegotiationState): string[] {
  return members.filter(({ role }) => role === 'facilitator').map(({ pseudonym }) => pseudonym);
}
