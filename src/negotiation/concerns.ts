import type { Event } from './events/event';
import type { BallotBody } from './file/model';

/** What an event is about, for the filters of the history (product.md §3). */
export interface Concerns {
  readonly stakeholders: readonly string[];
  readonly profiles: readonly string[];
}

/**
 * The stakeholders for whom or about whom an event speaks, and the profiles that it names; a ballot names those that
 * it scores. A change that consent is asked for counts as if it were made. An imported file concerns all that it holds.
 */
export function concernsOf(event: Event): Concerns {
  const { type, data } = event;
  switch (type) {
    case 'negotiation.imported':
      return {
        stakeholders: data.file.stakeholders.map(({ id }) => id),
        profiles: data.file.profiles.map(({ id }) => id),
      };
    case 'negotiation.concluded':
      return about([], [data.profile]);
    case 'stakeholder.added':
    case 'stakeholder.changed':
      return about([data.stakeholder.id]);
    case 'stakeholder.removed':
      return about([data.id]);
    case 'moves.set': {
      const moves = data.moves ?? [];
      return about(
        moves.map(({ stakeholder }) => stakeholder),
        moves.flatMap(({ from, to }) => [from, to]),
      );
    }
    case 'profile.proposed':
      return about([data.stakeholder], [data.profile.id, data.profile.amends]);
    case 'member.removed':
      return about([data.member?.stakeholder]);
    case 'consent.asked':
      return concernsOf({ ...event, ...data.change });
    case 'comment.posted':
      return about([data.stakeholder], [data.topic.kind === 'profile' ? data.topic.id : null]);
    case 'commitment.disputed':
      return about([data.stakeholder, data.by]);
    default:
      return about(
        ['stakeholder' in data ? data.stakeholder : null],
        [
          ...('profile' in data ? [data.profile] : []),
          ...('ballot' in data && data.ballot !== null ? scoredProfiles(data.ballot) : []),
        ],
      );
  }
}

function about(
  stakeholders: readonly (string | null | undefined)[],
  profiles: readonly (string | null | undefined)[] = [],
): Concerns {
  return { stakeholders: known(stakeholders), profiles: known(profiles) };
}

function known(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}

function scoredProfiles(ballot: BallotBody): string[] {
  if ('scores' in ballot) return Object.keys(ballot.scores);
  return 'criteria' in ballot ? Object.keys(ballot.criteria.scores) : [];
}
