import { canonicalJson } from '@/ledger/canonical';
import { isJson } from '@/negotiation/events/event';
import { exactly, positionAt, replacing, type Sound, type Tampered } from './corpus';
import { isObject, type Json, leavesOf, objectsOf, replacedAt } from './json-paths';

/** Every member of every line beside the events, a text or an opening, changed; written canonically. */
export function* besideChanges(sound: Sound): Generator<Tampered> {
  for (const [index, line] of sound.lines.entries()) {
    if (!/^\{"(salt|ballot)":/.test(line)) continue;
    const value: Json = JSON.parse(line);
    if (!isObject(value)) throw new Error('no line beside an event');
    yield* changesOf(value, index, positionAt(sound, index));
  }
}

function* changesOf(value: { readonly [key: string]: Json }, index: number, position: number) {
  const schema = exactly(`schema at ${position}`);
  const seals = exactly(`seals at ${position}`);
  const either = { earliest: schema.earliest, latest: seals.latest };
  const first = Object.keys(value)[0];
  const written = (what: string, by: unknown, verdict: typeof schema, kind = 'beside'): Tampered => {
    if (!isJson(by)) throw new Error('no JSON');
    return { kind, what: `line ${index}: ${what}`, edit: replacing(index, canonicalJson(by)), ...verdict };
  };
  for (const [path, leaf] of leavesOf(value)) {
    const name = path.join('.');
    const outer = path.length === 1;
    const key = path[0];
    // Which line it is shows in its first member: of another type it is the same line still.
    yield written(`${name} of another type`, replacedAt(value, path, {}), schema);
    // Without it, a text claims to be an event, and an opening a text.
    const gone =
      outer && key === first && 'text' in value
        ? exactly(`order at ${position + 1}`)
        : outer
          ? schema
          : either;
    yield written(`no ${name}`, replacedAt(value, path, undefined), gone);
    const other = another(leaf);
    yield written(`another ${name}`, replacedAt(value, path, other), outer ? seals : either);
  }
  const capital = String(value['salt']).replace(/.$/, 'A');
  yield written('a salt with a capital', { ...value, salt: capital }, schema);
  for (const path of objectsOf(value)) {
    // A score for a profile more is a ballot, though another than was sealed.
    const verdict = path.at(-1) === 'scores' ? seals : schema;
    const name = [...path, 'zzz'].join('.');
    yield written(`${name} added`, replacedAt(value, [...path, 'zzz'], 0), verdict);
  }
}

function another(leaf: null | boolean | number | string): Json {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  if (leaf === null) return 0;
  if (/^[0-9a-f]{64}$/.test(leaf)) return leaf.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  return leaf.length === 1 ? 'zz' : `${leaf} `;
}
