const LINE_FEED = 0x0a;

/** The longest line that is read, in bytes: no event of the catalogue comes near it, and memory stays bounded. */
export const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The lines of a stream of bytes, without their line feeds; the last may lack one. A line longer than
 * `LONGEST_LINE` comes cut off just above that length, so that whoever reads it can tell, and ends the stream.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const part = chunk.subarray(start, end);
      yield kept.length === 0 ? part : joined([...kept, part], length + part.length);
      kept = [];
      length = 0;
      start = end + 1;
    }
    if (start === chunk.length) continue;
    // A copy: whoever gives the chunks may use their memory again.
    kept.push(chunk.slice(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) break;
  }
  if (length > 0) yield joined(kept, length);
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
