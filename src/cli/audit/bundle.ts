import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { bundleOfFile } from '@/audit/file-bundle';
import { readNegotiationFile } from '@/negotiation/file/read';
import { showFault } from '@/negotiation/file/show';
import { complain, DONE } from '../outcome';
import { bytesOf } from '../read-bytes';
import { signingKeyOf } from '../signing-key-file';

/** `parley bundle NEGOTIATION-FILE --key SIGNING-KEY-FILE` (ledger.md §4). */
export async function bundle(file: string, keyFile: string): Promise<number> {
  const key = await signingKeyOf(keyFile);
  if (typeof key === 'string') return complain([key]);
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') return complain([`${file}: ${bytes}`]);
  const read = readNegotiationFile(bytes);
  if (!read.ok) return complain(read.faults.map(showFault));
  const made = bundleOfFile(read.file, {
    key,
    salt: () => randomBytes(32).toString('hex'),
    pseudonym: () => `u_${randomBytes(10).toString('hex')}`,
  });
  if (!made.ok) return complain([`${file}: ${made.message}`]);
  for (const text of made.lines) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
  return DONE;
}
