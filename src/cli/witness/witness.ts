import { once } from 'node:events';
import type { Server } from 'node:http';
import { formatWitnessKey, witnessKeyOf } from '@/ledger/cosignature';
import { parseVerifierKey, type VerifierKey } from '@/ledger/note';
import { complain, DONE } from '../outcome';
import { signingKeyOf } from '../signing-key-file';
import type { WitnessCommand } from '../witness-arguments';
import { holdFolder } from './folder-lock';
import { WitnessJudge } from './judge';
import { KeptTrees } from './kept-trees';
import { untilSignalled, witnessServer } from './listen';

/** `parley witness` (ledger.md §2; C2SP tlog-witness): runs until it is told to stop. */
export async function witness({ key: keyFile, logs, state, host, port }: WitnessCommand): Promise<number> {
  const key = await signingKeyOf(keyFile);
  if (typeof key === 'string') return complain([key]);
  const trusted = logs.map((log) => parseVerifierKey(log) ?? log);
  const unread = trusted.filter((log) => typeof log === 'string');
  if (unread.length > 0) {
    return complain(unread.map((log) => `--log ${JSON.stringify(log)} is no verifier key of a log`));
  }
  try {
    const trees = await KeptTrees.open(state);
    const letGo = await holdFolder(state);
    if (letGo === null) {
      const why = 'one a folder, or they cosign two histories between them';
      return complain([`parley witness: another witness runs on ${state}: ${why}`]);
    }
    const judge = new WitnessJudge(key, trusted.filter(isKey), trees);
    const server = witnessServer(judge, (told) => process.stderr.write(`${told}\n`));
    server.listen(port, host);
    await once(server, 'listening');
    const stopped = untilSignalled(server);
    process.stdout.write(`${formatWitnessKey(witnessKeyOf(key))}\n`);
    process.stdout.write(`The witness listens at ${addressOf(server)}\n`);
    await stopped;
    await letGo();
    return DONE;
  } catch (error) {
    // An address in use, a folder that cannot be made: for whoever starts it to mend.
    return complain([`parley witness: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function isKey(log: VerifierKey | string): log is VerifierKey {
  return typeof log !== 'string';
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the witness listens at no port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
