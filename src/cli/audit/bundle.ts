import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { bundleOfFile } from '@/audit/file-bundle';
import { parseSigningKey } from '@/ledger/note';
import { complain, DONE } from '../outcome';
import { bytesOf } from '../read-bytes';
import { readInputs } from '../read-inputs';

/** `parley bundle NEGOTIATION-FILE --key SIGNING-KEY-FILE` (ledger.md §4). */
export async function bundle(file: string, keyFile: string): Promise<number> {
  const kept = await bytesOf(keyFile);
  if (typeof kept === 'string') return complain([`${keyFile}: ${kept}`]);
  // What `parley keygen` printed may stand there whole: the signing key is its first line.
  const [line = ''] = new TextDecoder().decode(kept).split(/\r?\n/);
  const key = parseSigningKey(line.trim());
  if (key === null) {
    return complain([`${keyFile}: the first line is no signing key as \`parley keygen\` prints it`]);
  }
  const read = await readInputs([file]);
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
