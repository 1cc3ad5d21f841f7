import { exactly, positionAt, replacing, type Sound, type Tampered } from './corpus';

/**
 * Bytes that are not UTF-8, which no reader may replace by U+FFFD without a word. A byte stands in these texts as half a
 * surrogate pair, U+DC00 + byte, as Python's `surrogateescape` has it; `lineBytes` writes it.
 */
const FORMS: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['a byte that is never any', [0xff]],
  ['a sequence that goes on from nothing', [0x80]],
  ['a sequence cut short', [0xc3]],
  ['an overlong solidus', [0xc0, 0xaf]],
  ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
];

export function* byteChanges(sound: Sound): Generator<Tampered> {
  const { lines, at } = sound;
  const last = lines.length - 1;
  for (const [index, line] of lines.entries()) {
    const end = index === 0 || index === last;
    // Every form where lines are read in a way of their own, and one after the other on the rest.
    const every = end || index < 3 || /^\{"(salt|ballot)":/.test(line);
    const position = index === last ? at.length : positionAt(sound, index);
    const verdict = exactly(index === 0 ? 'unreadable' : `canonical at ${position}`);
    const forms = every ? FORMS : FORMS.filter((_, form) => form === index % FORMS.length);
    for (const [what, bytes] of forms) {
      const raw = String.fromCharCode(...bytes.map((byte) => 0xdc00 + byte));
      // Within the first text of the line.
      const by = index === last ? line.replace('"', `"${raw}`) : line.replace(':"', `:"${raw}`);
      yield { kind: 'not UTF-8', what: `line ${index}: ${what}`, edit: replacing(index, by), ...verdict };
    }
  }
}
