/** One call of `add-checkpoint` (C2SP tlog-witness). */
import { type AddCheckpoint, formatAddCheckpoint, TREE_SIZE_TYPE } from '@/ledger/witness';

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 65_536;

export type WitnessAnswer =
  | { readonly kind: 'lines'; readonly lines: string }
  /** The size that it cosigned last. */
  | { readonly kind: 'known'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }
  /** No answer, or one of a server in trouble: the same may be asked again later. */
  | { readonly kind: 'away'; readonly why: string };

export async function askWitness(
  url: string,
  request: AddCheckpoint,
  stop: AbortSignal,
): Promise<WitnessAnswer> {
  try {
    const response = await fetch(`${url}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: formatAddCheckpoint(request),
      redirect: 'error',
      signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]),
    });
    const text = await boundedText(response);
    const { status } = response;
    if (text === null) return { kind: 'away', why: 'an answer that is too long' };
    if (status === 200) return { kind: 'lines', lines: text };
    const size =
      response.headers.get('content-type') === TREE_SIZE_TYPE
        ? /^([0-9]{1,15})\n$/.exec(text)?.[1]
        : undefined;
    if (status === 409 && size !== undefined) return { kind: 'known', size: Number(size) };
    if (status === 429 || status >= 500) return { kind: 'away', why: `status ${status}` };
    return { kind: 'refused', status };
  } catch (error) {
    return { kind: 'away', why: error instanceof Error ? error.message : String(error) };
  }
}

async function boundedText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
