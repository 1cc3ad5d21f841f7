/** Begins a log: a negotiation in draft, with its creator as the facilitator (product.md §2). */
import { createHash } from 'node:crypto';
import type { CommandOf } from '@/negotiation/command';
import { negotiationScopeIn, type Scope, userOf } from '../../auth/scope';
import type { Appended } from '../../db/append/appender';
import { givePseudonym } from '../../db/pseudonyms';
import { type Answer, answered } from '../../refusal';
import { fingerprint } from '../fingerprint';

interface Created extends Appended {
  /** Id of its log. */
  readonly negotiation: string;
}

/** Who names a negotiation that this one succeeds must be a facilitator there. */
export async function createNegotiation(
  scope: Scope<'negotiation.create'>,
  wanted: Omit<CommandOf<'createNegotiation'>, 'kind'>,
  idempotencyKey: string,
): Promise<Answer<Created>> {
  const { store, session } = scope;
  if (wanted.succeeds !== null) {
    const old = await negotiationScopeIn(store, session, 'negotiation.succeed', wanted.succeeds);
    if (!old.ok) return old;
  }
  const userId = userOf(scope).id;
  const log = logOf(userId, idempotencyKey);
  const command: CommandOf<'createNegotiation'> = { kind: 'createNegotiation', ...wanted };
  const answer = await store.appender.append({
    log,
    actor: await givePseudonym(store, log, userId),
    command,
    begins: true,
    key: { userId, key: idempotencyKey, body: fingerprint(command) },
  });
  return answer.ok ? answered({ negotiation: log, ...answer.value }) : answer;
}

/** The same for the same request, which is how a repeated one finds what the first began. 100 bits of a hash. */
function logOf(userId: string, idempotencyKey: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([userId, idempotencyKey]))
    .digest('hex');
  return `n-${digest.slice(0, 25)}`;
}
