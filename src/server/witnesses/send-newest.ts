/** Bringing one witness up to a log's newest checkpoint, with the log's lock for that witness held. */
import { cosignedAt, formatWitnessKey } from '@/ledger/cosignature';
import { parseNote } from '@/ledger/note';
import { consistencyProof, consistencyRanges } from '@/ledger/proof';
import { rangeAddresses } from '@/ledger/tree';
import { keepCosignature, largestCosigned, newestPublished } from '../db/cosignatures';
import type { PoolClient } from '../db/pool';
import { readNodes } from '../db/tree-nodes';
import { askWitness } from './ask';
import type { Witness } from './configured';

export type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'away'; readonly why: string }
  /** Nothing that trying again at once would change. */
  | { readonly kind: 'refused'; readonly why: string };

/** A witness that names another size each time is not followed for ever. */
const MOST_TRIES = 3;

export async function sendNewest(
  client: PoolClient,
  log: string,
  { key, url }: Witness,
  stop: AbortSignal,
): Promise<Sent> {
  const witness = formatWitnessKey(key);
  const newest = await newestPublished(client, log);
  if (newest === null) return { kind: 'done' };
  const { epoch, size, note } = newest;
  let old = (await largestCosigned(client, log, epoch, witness))?.size ?? 0;
  if (old >= size) return { kind: 'done' };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const addresses = consistencyRanges(old, size).flatMap(rangeAddresses);
    const proof = consistencyProof(old, size, await readNodes(client, log, addresses));
    const answer = await askWitness(url, { old, proof, checkpoint: note }, stop);
    switch (answer.kind) {
      case 'away':
        return answer;
      case 'refused':
        return { kind: 'refused', why: `status ${answer.status}` };
      case 'known':
        if (answer.size === old)
          return { kind: 'refused', why: `it saw another tree of size ${old}: a fork` };
        if (answer.size > size)
          return { kind: 'refused', why: `it saw ${answer.size} events, this log has ${size}` };
        old = answer.size;
        break;
      case 'lines': {
        const line = ownLine(answer.lines, key.name);
        const signed = parseNote(`${note}${line}`);
        const at = signed && cosignedAt(signed, key);
        if (at === null)
          return { kind: 'refused', why: 'its answer holds no cosignature of its key that verifies' };
        await keepCosignature(client, log, { epoch, size, witness, line, at: new Date(at * 1000) });
        return { kind: 'done' };
      }
    }
  }
  return { kind: 'refused', why: 'it named another size each time' };
}

/** Lines of other keys that a witness may add are nothing that was asked for. */
function ownLine(lines: string, name: string): string {
  return lines
    .split(/(?<=\n)/)
    .filter((line) => line.startsWith(`— ${name} `))
    .join('');
}
