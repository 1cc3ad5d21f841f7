const LINE_FEED = 0x0a;

/** The longest line that is read, in bytes: no event of the catalogue comes near it, and memory stays bounded. */
export const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The lines of a stream of bytes, without their line feeds; the last may lack one. A line longer than
 * `LONGEST_LINE` comes cut off just above that length, so that whoever reads it can tell, and ends the stream.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const block of blocksOf(chunks)) for (const line of linesIn(block)) yield line;
}

/** The same lines in blocks of whole ones, each in memory of its own: waiting for every line costs more than cutting it. */
export async function* blocksOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield joined([...kept, chunk.subarray(0, end)], length + end);
      kept = [];
      length = 0;
    }
    if (end === chunk.length) continue;
    // A copy: whoever gives the chunks may use their memory again.
    kept.push(chunk.slice(end));
    length += chunk.length - end;
    if (length > LONGEST_LINE) break;
  }
  if (length > 0) yield joined(kept, length);
}

/** The lines of a block, which share its memory. */
export function linesIn(block: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = block.indexOf(LINE_FEED); end >= 0; end = block.indexOf(LINE_FEED, start)) {
    lines.push(block.subarray(start, end));
    start = end + 1;
  }
  if (start < block.length) lines.push(block.subarray(start));
  return lines;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
