import { signCheckpoint } from '@/ledger/checkpoint';
import { type SigningKey, signingKey } from '@/ledger/note';
import { originOf } from '@/ledger/origin';
import { signRotation } from '@/ledger/rotation';
import type { Stage } from './stage';

/** Keys of a stage's log, told apart by their seed. */
export function stageKey(seed: number, epoch = 1): SigningKey {
  return signingKey(originOf('parley.example', 'stage', epoch), new Uint8Array(32).fill(seed));
}

/** A note of so many events, which nobody has any more. */
export function lostCheckpoint(key: SigningKey, size: number): string {
  return signCheckpoint({ origin: key.name, size, root: new Uint8Array(32).fill(size) }, key);
}

/** The stage's key rotates now. */
export function rotated(stage: Stage, from: SigningKey, to: SigningKey): Stage {
  return stage.do('system', 'rotateKey', signRotation(to, from, stage.events.length));
}
