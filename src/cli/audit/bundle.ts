import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { bundleOfFile } from '@/audit/file-bundle';
import { complain, DONE } from '../outcome';
import { readInputs } from '../read-inputs';
import { signingKeyOf } from '../signing-key-file';

/** `parley bundle NEGOTIATION-FILE --key SIGNING-KEY-FILE` (ledger.md §4). */
export async function bundle(file: string, keyFile: string): Promise<number> {
  const key = await signingKeyOf(keyFile);
  if (typeof key === 'string') return complain([key]);
  const read = await readInputs([file], null);
  if (!read.ok) return complain(read.lines);
  const [input] = read.inputs;
  if (input === undefined) throw new Error('a file was read and is not there');
  const made = bundleOfFile(input.file, {
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
