/** The ballot from paper that waits for one of the stakeholder's delegates, with who entered it and their note. */
import { own } from '@/negotiation/state';
import type { EnteredView } from '@/negotiation/views';
import type { NegotiationScope } from '../../auth/scope';
import { readEventText, storedEvent } from '../../db/events';
import { namesIn } from '../../db/pseudonyms';
import { sealedBallotAt } from '../../db/sealed-ballots';
import { textsOf } from '../../db/texts';

/** The caller has seen to it that the reader speaks for the stakeholder. */
export async function enteredBallot(
  { known: { state }, log, store }: NegotiationScope<'ballot.mine'>,
  stakeholder: string,
): Promise<EnteredView | null> {
  const waits = own(state.entered, stakeholder);
  if (waits === undefined) return null;
  const { position, at } = waits;
  const ballot = waits.ballot ?? (await sealedBallotAt(store.pool, log, stakeholder, position))?.ballot;
  const text = await readEventText(store.pool, log, position);
  if (ballot === undefined || text === null) return null;
  const { actor, type, data } = storedEvent(text);
  const hash = type === 'ballot.entered' ? data.note : null;
  const texts = await textsOf(store.pool, log, hash === null ? [] : [hash]);
  return {
    position,
    at,
    by: (await namesIn(store, log)).get(actor) ?? null,
    note: hash === null ? null : (texts(hash) ?? null),
    ballot,
  };
}
