/** Who cast what and when for a stakeholder: for its own delegates, in every mode (product.md §1). */
import type { Event } from '@/negotiation/events/event';
import type { BallotBody } from '@/negotiation/file/model';
import { own } from '@/negotiation/state';
import type { PastBallot } from '@/negotiation/views';
import type { NegotiationScope } from '../../auth/scope';
import { ballotEventsOf } from '../../db/ballot-events';
import { namesIn } from '../../db/pseudonyms';
import { sealedBallotsOf } from '../../db/sealed-ballots';
import { type Answer, answered, NOT_YOUR_STAKEHOLDER, refused } from '../../refusal';

/** Newest first. */
export async function pastBallots(
  scope: NegotiationScope<'ballot.past'>,
  stakeholder: string,
): Promise<Answer<readonly PastBallot[]>> {
  const { viewer, known, log, store, pseudonym } = scope;
  if (!viewer.stakeholders.includes(stakeholder)) return refused(NOT_YOUR_STAKEHOLDER);
  const [events, names, sealed] = await Promise.all([
    ballotEventsOf(store.pool, log, stakeholder),
    namesIn(store, log),
    sealedBallotsOf(store.pool, log, stakeholder),
  ]);
  const counting = own(known.state.votes, stakeholder)?.position;
  return answered(
    events.flatMap((event): PastBallot[] => {
      const kind = kindOf(event);
      if (kind === null) return [];
      const { position, at, actor } = event;
      return [
        {
          position,
          at,
          kind,
          by: names.get(actor) ?? null,
          byMe: actor === pseudonym,
          counts: position === counting,
          ballot: openBallot(event) ?? sealed.get(position) ?? null,
        },
      ];
    }),
  );
}

function kindOf({ type }: Event): PastBallot['kind'] | null {
  switch (type) {
    case 'ballot.cast':
      return 'cast';
    case 'ballot.abstained':
      return 'abstained';
    case 'ballot.sealed':
      return 'sealed';
    case 'ballot.entered':
      return 'entered';
    case 'ballot.confirmed':
      return 'confirmed';
    default:
      return null;
  }
}

function openBallot({ type, data }: Event): BallotBody | null {
  const holds = type === 'ballot.cast' || type === 'ballot.abstained' || type === 'ballot.entered';
  return holds ? data.ballot : null;
}
