import { type Segment, showPath } from '@/negotiation/file/show';

/**
 * On which line of a JSON text each value begins, by the path that faults name (negotiation-file.md). Of text that is
 * JSON; of other text as far as it goes.
 */
export function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+|\n/g)];
  const open: { readonly list: boolean; key: Segment }[] = [];
  let line = 1;
  for (const [index, { 0: token }] of tokens.entries()) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    const top = open.at(-1);
    if (token === ',') {
      if (top?.list && typeof top.key === 'number') top.key += 1;
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token !== ':') {
      if (top?.list === false && isKey(tokens, index)) {
        top.key = unquoted(token);
        continue;
      }
      lines.set(
        showPath(
          '',
          open.map(({ key }) => key),
        ),
        line,
      );
      if (token === '{' || token === '[') open.push({ list: token === '[', key: token === '[' ? 0 : '' });
    }
  }
  return lines;
}

function isKey(tokens: readonly RegExpExecArray[], index: number): boolean {
  for (let next = index + 1; next < tokens.length; next += 1) {
    const token = tokens[next]?.[0];
    if (token !== '\n') return token === ':';
  }
  return false;
}

function unquoted(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

/** The line of a fault's place, or of the nearest place around it. */
export function lineOf(path: string, lines: ReadonlyMap<string, number>): number | null {
  for (
    let place = path;
    place !== '';
    place = place.slice(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['), 0))
  ) {
    const line = lines.get(place);
    if (line !== undefined) return line;
  }
  return lines.get('$') ?? null;
}
