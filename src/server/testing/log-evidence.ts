/** A log as it came out in the end, and what an auditor makes of it. */
import { GrowingTree } from '@/audit/growing-tree';
import { linesOf } from '@/audit/lines';
import { type Verification, type VerifyOptions, verifyBundle } from '@/audit/verify';
import { openCheckpoint } from '@/ledger/checkpoint';
import { equalBytes, utf8 } from '@/ledger/hash';
import type { VerifierKey } from '@/ledger/note';
import { leafHash } from '@/ledger/tree';
import { negotiationScopeIn } from '../auth/scope';
import type { Store } from '../db/store';
import { bundleOf } from '../use-cases/history/bundle';
import { people } from './negotiation';

/** The canonical texts of all events, in their order. */
export async function eventTexts(store: Store, log: string): Promise<string[]> {
  const { rows } = await store.pool.query<{ bytes: string }>(
    'SELECT bytes FROM event WHERE log = $1 ORDER BY position',
    [log],
  );
  return rows.map(({ bytes }) => bytes);
}

/** The auditor downloads the bundle and verifies it, all steps. */
export async function verifiedByAuditor(
  store: Store,
  log: string,
  options: VerifyOptions,
): Promise<Verification> {
  const scope = await negotiationScopeIn(store, await people(store)('auditor'), 'history.bundle', log);
  if (!scope.ok) throw new Error('the auditor may not read');
  const { lines } = await bundleOf(scope.value);
  const chunks = (async function* () {
    for await (const part of lines) yield utf8(part);
  })();
  return verifyBundle(linesOf(chunks), options);
}

/** Those of the signed notes that are not of a beginning of this very history, or not signed by the key. */
export function strayCheckpoints(
  texts: readonly string[],
  notes: Iterable<string>,
  key: VerifierKey,
): string[] {
  const tree = new GrowingTree();
  const roots = [tree.root()];
  for (const text of texts) {
    tree.append(leafHash(utf8(text)));
    roots.push(tree.root());
  }
  return [...notes].filter((note) => {
    const opened = openCheckpoint(note, key);
    const root = opened.ok ? roots[opened.checkpoint.size] : undefined;
    return !opened.ok || root === undefined || !equalBytes(root, opened.checkpoint.root);
  });
}
