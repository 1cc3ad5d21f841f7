import { parseSigningKey, type SigningKey } from '@/ledger/note';
import { bytesOf } from './read-bytes';

/** The key of a file, or in a line why there is none. What `parley keygen` printed may stand there whole: it is the first line. */
export async function signingKeyOf(file: string): Promise<SigningKey | string> {
  const kept = await bytesOf(file);
  if (typeof kept === 'string') return `${file}: ${kept}`;
  const [line = ''] = new TextDecoder().decode(kept).split(/\r?\n/);
  const key = parseSigningKey(line.trim());
  return key ?? `${file}: the first line is no signing key as \`parley keygen\` prints it`;
}
