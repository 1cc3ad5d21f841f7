/** Takes the seat that an invitation offers (product.md §1). */
import type { CommandOf } from '@/negotiation/command';
import { type Scope, userOf } from '../../auth/scope';
import { pseudonymFor } from '../../db/pseudonyms';
import type { Store } from '../../db/store';
import { type Answer, answered, NO_SUCH_INVITATION, refused, SIGNED_OUT } from '../../refusal';
import { fingerprint } from '../fingerprint';
import { offerOf } from './good-invitation';

export interface Joined {
  readonly negotiation: string;
}

/** Once: of two who come at the same moment the log takes one. Again by who has joined: the same answer. */
export async function joinByLink(
  scope: Scope<'negotiation.join'>,
  token: string,
  machine: string,
): Promise<Answer<Joined>> {
  const userId = userOf(scope).id;
  const offer = await offerOf(scope.store, token, userId, machine);
  if (!offer.ok) return offer;
  if (offer.value.kind === 'gone') return refused(NO_SUCH_INVITATION);
  if (offer.value.kind === 'mine') return answered({ negotiation: offer.value.log });
  const { log, invitation } = offer.value.found;
  return takeSeat(scope.store, userId, log, invitation);
}

export async function takeSeat(
  store: Store,
  userId: string,
  log: string,
  invitation: string,
): Promise<Answer<Joined>> {
  const actor = await pseudonymFor(store, log, userId);
  if (actor === null) return refused(SIGNED_OUT);
  const command: CommandOf<'join'> = { kind: 'join', invitation };
  // Under a key of the account's, so that nobody is seated whose account goes meanwhile.
  const key = { userId, key: `join ${invitation}`, body: fingerprint(command) };
  const answer = await store.appender.append({ log, actor, command, key });
  if (answer.ok) return answered({ negotiation: log });
  return answer.error.message.key.startsWith('invitation.') ? refused(NO_SUCH_INVITATION) : answer;
}
