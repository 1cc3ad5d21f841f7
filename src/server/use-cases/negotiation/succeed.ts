/** Names the negotiation that takes this one's place (product.md §2, "no moving of goalposts"). */
import { type NegotiationScope, negotiationScopeIn } from '../../auth/scope';
import type { Appended } from '../../db/append/appender';
import { type Answer, NO_SUCCESSOR, refused } from '../../refusal';
import { appendCommand } from '../append-command';

/** The successor must have been created as one of this negotiation, and be one that the facilitator may read. */
export async function succeed(
  scope: NegotiationScope<'negotiation.succeed'>,
  { by, idempotencyKey }: { readonly by: string; readonly idempotencyKey: string },
): Promise<Answer<Appended>> {
  const successor = await negotiationScopeIn(scope.store, scope.session, 'negotiation.get', by);
  if (!successor.ok) return successor;
  if (successor.value.known.state.succeeds !== scope.log) return refused(NO_SUCCESSOR);
  return appendCommand(scope, { kind: 'succeed', by }, idempotencyKey);
}
