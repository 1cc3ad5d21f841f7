/** Begins a log: a negotiation in draft, with its creator as the facilitator (product.md §2). */
import { createHash } from 'node:crypto';
import type { CommandOf } from '@/negotiation/command';
import { validateNegotiation } from '@/negotiation/file/read';
import { refuseFaults } from '@/negotiation/refusals';
import { negotiationScopeIn, type Scope, userOf } from '../../auth/scope';
import type { Appended } from '../../db/append/appender';
import { pseudonymFor } from '../../db/pseudonyms';
import { type Answer, answered, refused, SIGNED_OUT } from '../../refusal';
import { fingerprint } from '../fingerprint';

interface Created extends Appended {
  /** Id of its log. */
  readonly negotiation: string;
}

interface Wanted extends Omit<CommandOf<'createNegotiation'>, 'kind'> {
  /** A negotiation file to start from, under the title that is wanted. */
  readonly file?: unknown;
}

/**
 * Who names a negotiation that this one succeeds must be a facilitator there. A file is judged before anything is
 * created; a crash between the two events is made good by the same request sent again.
 */
export async function createNegotiation(
  scope: Scope<'negotiation.create'>,
  { file, ...wanted }: Wanted,
  idempotencyKey: string,
): Promise<Answer<Created>> {
  const { store, session } = scope;
  const read = file === undefined ? null : validateNegotiation(file);
  if (read?.ok === false) return refused(refuseFaults('file.faults', read.faults));
  if (wanted.succeeds !== null) {
    const old = await negotiationScopeIn(store, session, 'negotiation.succeed', wanted.succeeds);
    if (!old.ok) return old;
  }
  const userId = userOf(scope).id;
  const log = logOf(userId, idempotencyKey);
  const command: CommandOf<'createNegotiation'> = { kind: 'createNegotiation', ...wanted };
  const actor = await pseudonymFor(store, log, userId);
  if (actor === null) return refused(SIGNED_OUT);
  const key = { userId, key: idempotencyKey, body: fingerprint(command) };
  const created = await store.appender.append({ log, actor, command, begins: true, key });
  if (!created.ok) return created;
  if (read === null) return answered({ negotiation: log, ...created.value });
  const imports: CommandOf<'importFile'> = {
    kind: 'importFile',
    file: { ...read.file, title: wanted.title },
  };
  const imported = await store.appender.append({
    log,
    actor,
    command: imports,
    key: { userId, key: `${idempotencyKey}/file`, body: fingerprint(imports) },
  });
  return imported.ok ? answered({ negotiation: log, ...created.value }) : imported;
}

/** The same for the same request, which is how a repeated one finds what the first began. 100 bits of a hash. */
function logOf(userId: string, idempotencyKey: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([userId, idempotencyKey]))
    .digest('hex');
  return `n-${digest.slice(0, 25)}`;
}
