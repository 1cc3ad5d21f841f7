/**
 * At start, before anything is signed: a log that another key signed so far records the new one, signed with the old
 * (ledger.md §1, `key.rotated`).
 */
import { parseCheckpoint } from '@/ledger/checkpoint';
import { formatVerifierKey, parseNote, parseVerifierKey, type SigningKey, verifyNote } from '@/ledger/note';
import { partsOfOrigin } from '@/ledger/origin';
import { signRotation } from '@/ledger/rotation';
import type { CommandAt } from '../db/append/request';
import { newestKey, newestNote } from '../db/checkpoints';
import type { Store } from '../db/store';
import { SettingsError } from '../env';
import { logger } from '../logger';

/**
 * Servers that start at once record a rotation once: the log's lock lets one go first, and the other is refused.
 * @throws {SettingsError} where no key at hand is the one that signs a log.
 */
export async function checkKeys(store: Store): Promise<void> {
  const { rows } = await store.pool.query<{ log: string }>('SELECT log FROM log WHERE size > 0');
  for (const { log } of rows) {
    const holder = await holderOf(store, log);
    if (holder === 'ours' || holder === null) continue;
    const rotate: CommandAt = (position, epoch) => ({
      kind: 'rotateKey',
      ...signRotation(store.keys.of(log, epoch), holder(epoch), position),
    });
    const answer = await store.appender.append({ log, actor: 'system', command: rotate });
    if (answer.ok) {
      logger().info({ log, position: answer.value.position }, 'the log records its new key');
    } else if ((await holderOf(store, log)) !== 'ours') {
      throw new Error(`the log ${log} did not take its new key: ${answer.error.message.text}`);
    }
  }
}

/** Whose key signs the log: the one of now, a previous one by epoch, or nobody's yet. */
async function holderOf(
  { pool, signed, keys }: Store,
  log: string,
): Promise<'ours' | ((epoch: number) => SigningKey) | null> {
  // What the database holds comes first: after a restore the lost part may have told of a newer key.
  const note = (await newestNote(pool, log)) ?? (await signed.largest(log))?.note ?? null;
  // Not from the state: every log would be read through before the first answer.
  const named = await newestKey(pool, log);
  const isHeldBy = (ofEpoch: (epoch: number) => SigningKey): boolean =>
    named === null
      ? note !== null && hasSigned(note, ofEpoch)
      : formatVerifierKey(ofEpoch(epochOf(named))) === named;
  if (named === null && note === null) return null;
  if (isHeldBy((epoch) => keys.of(log, epoch))) return 'ours';
  for (let i = 0; i < keys.previousCount; i++) {
    const previous = (epoch: number) => keys.previous(i, log, epoch);
    if (isHeldBy(previous)) return previous;
  }
  throw new SettingsError(
    `The log ${log} was signed with a key that is not here. Put it in PARLEY_PREVIOUS_SIGNING_KEY (or back in PARLEY_SIGNING_KEY), or put back the files signing-key and previous-signing-keys of PARLEY_DATA.`,
  );
}

/** A key is named after the epoch in which it began to sign. */
function epochOf(verifierKey: string): number {
  const key = parseVerifierKey(verifierKey);
  return (key && partsOfOrigin(key.name)?.epoch) ?? 1;
}

function hasSigned(text: string, ofEpoch: (epoch: number) => SigningKey): boolean {
  const note = parseNote(text);
  const origin = note && parseCheckpoint(note.text)?.origin;
  const parts = origin ? partsOfOrigin(origin) : null;
  return note !== null && parts !== null && verifyNote(note, ofEpoch(parts.epoch));
}
