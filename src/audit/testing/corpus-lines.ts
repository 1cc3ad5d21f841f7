import { exactly, positionAt, replacing, type Sound, type Tampered } from './corpus';

/** Lines dropped, said twice, put in, swapped, cut off and spelt otherwise; nothing signed anew. */

const TREE = 'tree at null';

export function* lineChanges(sound: Sound, foreign: readonly string[]): Generator<Tampered> {
  const { lines, at } = sound;
  for (const [position, index] of at.entries()) {
    const line = lines[index] ?? '';
    const what = `event ${position}`;
    const following = at[position + 1] ?? lines.length - 1;
    const last = position === at.length - 1;
    const gone = last ? TREE : `order at ${position}`;
    yield {
      kind: 'event deleted',
      what,
      edit: { from: index, remove: following - index, lines: [] },
      ...exactly(gone),
    };
    if (following > index + 1) {
      // Its text stays, and then follows an event that does not hold its hash, or none.
      const orphan = position === 0 ? 'schema at null' : `seals at ${position - 1}`;
      yield {
        kind: 'event deleted',
        what: `${what} alone`,
        edit: { from: index, remove: 1, lines: [] },
        ...exactly(orphan),
      };
    }
    const twice = `order at ${position + 1}`;
    yield { kind: 'event duplicated', what, edit: replacing(index, line, line), ...exactly(twice) };
    const other = foreign[position];
    if (other !== undefined && position > 0) {
      yield {
        kind: 'event of another log',
        what,
        edit: replacing(index, other),
        ...exactly(`order at ${position}`),
      };
      yield {
        kind: 'event inserted',
        what,
        edit: replacing(index, other, line),
        ...exactly(`order at ${position}`),
      };
    }
    const next = at[position + 1];
    if (next !== undefined) {
      const edit = {
        from: index,
        remove: next - index + 1,
        lines: [lines[next] ?? '', ...lines.slice(index + 1, next), line],
      };
      yield { kind: 'events swapped', what, edit, ...exactly(`order at ${position}`) };
    }
  }
  yield* truncations(sound);
  for (const index of lines.keys()) yield* spellings(sound, index);
}

function* truncations(sound: Sound): Generator<Tampered> {
  const { lines, at } = sound;
  for (const [index, line] of lines.entries()) {
    const remove = lines.length - index;
    const header = index === 0;
    const checkpoint = index === lines.length - 1;
    const what = `before line ${index}`;
    yield {
      kind: 'truncated',
      what,
      edit: { from: index, remove, lines: [] },
      ...exactly(header ? 'unreadable' : TREE),
    };
    const half = line.slice(0, Math.max(12, line.length >> 1));
    const cut = `canonical at ${checkpoint ? at.length : positionAt(sound, index)}`;
    const edit = { from: index, remove, lines: [half] };
    yield { kind: 'truncated', what: `within line ${index}`, edit, ...exactly(header ? 'unreadable' : cut) };
  }
}

function* spellings(sound: Sound, index: number): Generator<Tampered> {
  const { lines, at } = sound;
  const line = lines[index] ?? '';
  if (index === 0 || index === lines.length - 1) return;
  const position = positionAt(sound, index);
  const event = at[position] === index;
  const here = `canonical at ${position}`;
  // A line that does not begin as a text or an opening claims to be the next event.
  const claimed = `canonical at ${event ? position : position + 1}`;
  const spelt = (what: string, by: string, verdict: string): Tampered => ({
    kind: 'not canonical',
    what: `line ${index}: ${what}`,
    edit: replacing(index, by),
    ...exactly(verdict),
  });
  yield spelt('a space before', ` ${line}`, claimed);
  yield spelt('a byte order mark', `\ufeff${line}`, claimed);
  yield spelt('a space after', `${line} `, here);
  yield spelt('a carriage return', `${line}\r`, here);
  yield spelt('a space within', line.replace(/":/, '": '), here);
  yield spelt(
    'an escape',
    line.replace(/":"(.)/, (_, c: string) => `":"\\u${hex(c)}`),
    here,
  );
  yield spelt('a member twice', line.replace(/\}$/, `,${lastMember(line)}}`), here);
  const reversed = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse()));
  yield spelt('other order', reversed, claimed);
  yield spelt('half a surrogate pair', line.replace(/":"/, '":"\\ud800'), here);
  yield {
    ...spelt('an empty line', '', `canonical at ${position + 1}`),
    edit: { from: index + 1, remove: 0, lines: [''] },
  };
  if (!event) return;
  const version = /"v":(\d)\}$/.exec(line)?.[1] ?? '';
  for (const form of [`${version}.0`, `${version}e0`, `0${version}`, `+${version}`, `${version}0e-1`]) {
    yield spelt(`a number as ${form}`, line.replace(/"v":\d\}$/, `"v":${form}}`), here);
  }
  if (position === 0) {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    yield spelt('nested without end', deep, here);
    yield spelt('minus nought', line.replace('"position":0', '"position":-0'), here);
  }
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

function lastMember(line: string): string {
  const [key, value] = Object.entries(JSON.parse(line)).at(-1) ?? [];
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}
