import { canonicalJson } from '@/ledger/canonical';
import { isJson } from '@/negotiation/events/event';
import { exactly, replacing, type Sound, type Tampered } from './corpus';
import { isObject, type Json, leavesOf, objectsOf, type Path, replacedAt } from './json-paths';

/**
 * Every member of every event changed, written canonically, nothing signed anew: another value of its type, one that
 * its type does not admit, of another type, removed; a member added.
 */

/** Members that an event of their type may lack. */
const OPTIONAL = new Set(
  'weights delivered threats without provisional sig required default summary amends adoptable relies needs strategies'.split(
    ' ',
  ),
);
/** Objects with keys of the negotiation's own, each of which may be missing. */
const RECORDS = new Set(['weights', 'scores', 'strategies', 'without']);
/** Words for people: nothing is decided by them, so that nothing but the tree hash tells. */
const WORDS = new Set(['title', 'name', 'label']);
/** Free texts, which are hashes in the log (ledger.md §1). */
const HASH = /^[0-9a-f]{64}$/;
/** Strings of any form. */
const FORMLESS = new Set(['key', 'previous', 'checkpoint']);

export function* fieldChanges(sound: Sound, wanted: (type: string) => boolean): Generator<Tampered> {
  for (const [position, index] of sound.at.entries()) {
    const event: Json = JSON.parse(sound.lines[index] ?? '');
    if (!isObject(event) || !wanted(String(event['type']))) continue;
    for (const change of changesOf(sound, position, event)) {
      const { value, kind, path, ...admits } = change;
      if (!isJson(value)) throw new Error('no JSON');
      yield {
        kind,
        what: `${event['type']} at ${position}: ${path.join('.')}`,
        field: fieldOf(String(event['type']), path),
        edit: replacing(index, canonicalJson(value)),
        ...admits,
      };
    }
  }
}

/** `type member.member`, with a star for each index and each key of the negotiation's own. */
export function fieldOf(type: string, [head = '', ...path]: Path): string {
  if (head !== 'data') return `${type} ${head}`;
  const named = path.map((step, index) =>
    typeof step === 'number' || RECORDS.has(String(path[index - 1])) ? '*' : step,
  );
  return `${type} data.${named.join('.')}`;
}

interface Change extends Pick<Tampered, 'kind' | 'earliest' | 'latest'> {
  readonly value: unknown;
  readonly path: Path;
}

const TREE = 'tree at null';

function* changesOf(
  sound: Sound,
  position: number,
  event: { readonly [key: string]: Json },
): Generator<Change> {
  const here = (step: string) => exactly(`${step} at ${position}`);
  const later = { earliest: `schema at ${position}`, latest: TREE };
  const put = (path: Path, value: Json | undefined) => replacedAt(event, path, value);
  for (const [path, leaf] of leavesOf(event)) {
    const last = String(path.at(-1));
    const imported = path[1] === 'file';
    const envelope = path.length === 1;
    const order = envelope && (last === 'position' || (last === 'log' && position > 0));
    const firm = here(order ? 'order' : 'schema');
    yield { kind: 'of another type', path, value: put(path, leaf === null ? true : {}), ...firm };
    const optional = !envelope && (isOptional(path) || imported);
    yield { kind: 'removed', path, value: put(path, undefined), ...(optional ? later : firm) };
    if (leaf === null) continue;
    if (
      typeof leaf !== 'boolean' &&
      !FORMLESS.has(last) &&
      !(last === 'title' && 'briefing' in dataOf(event))
    ) {
      const value = typeof leaf === 'number' ? 1e300 : `${leaf}\u0000`;
      yield { kind: 'of no such value', path, value: put(path, value), ...(imported ? later : firm) };
    }
    yield { kind: 'of another value', path, ...another(sound, position, event, path, leaf, put) };
  }
  for (const path of objectsOf(event)) {
    const value = put([...path, 'zzz'], null);
    yield { kind: 'added', path: [...path, 'zzz'], value, ...here('schema') };
  }
}

/** A value that the schema admits, as far as one can say; and what must come of it. */
function another(
  sound: Sound,
  position: number,
  event: { readonly [key: string]: Json },
  path: Path,
  leaf: boolean | number | string,
  put: (path: Path, value: Json) => unknown,
): Pick<Change, 'value' | 'earliest' | 'latest'> {
  const last = String(path.at(-1));
  const here = (step: string) => exactly(`${step} at ${position}`);
  const later = { earliest: `schema at ${position}`, latest: TREE };
  if (typeof leaf === 'boolean') return { value: put(path, !leaf), ...later };
  if (typeof leaf === 'number') {
    const value = put(path, leaf + 1);
    return { value, ...(path.length > 1 ? later : here(last === 'position' ? 'order' : 'schema')) };
  }
  if (path.length === 1) return { ...ofEnvelope(position, event, last, (value) => put(path, value)) };
  // What is asked about is compared, member by member, with what consent then changes.
  if (isOwed(sound, position)) {
    const permitted = here('permitted');
    // A kind stands in a list of them; a name is any text.
    return {
      value: put(path, `${leaf}z`),
      ...permitted,
      ...(!WORDS.has(last) && { earliest: later.earliest }),
    };
  }
  if (path[1] === 'change') return { value: put(path, `${leaf}z`), ...later };
  if (WORDS.has(last) && path[1] !== 'file') return { value: put(path, `${leaf} of ours`), ...exactly(TREE) };
  if (!HASH.test(leaf)) return { value: put(path, leaf === 'nowhere' ? 'elsewhere' : 'nowhere'), ...later };
  const value = put(
    path,
    leaf.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
  );
  if (last === 'sha256') return { value, ...here('results') };
  if (last === 'salt') return { value, ...here('seals') };
  const beside = sound.lines[(sound.at[position] ?? 0) + 1] ?? '';
  if (/^\{"(salt|ballot)":/.test(beside)) return { value, ...here('seals') };
  // A seal is missed where it is opened, a text that is not told nowhere.
  return { value, ...(last === 'commitment' ? later : exactly(TREE)) };
}

function ofEnvelope(
  position: number,
  event: { readonly [key: string]: Json },
  member: string,
  put: (value: Json) => unknown,
): Pick<Change, 'value' | 'earliest' | 'latest'> {
  const here = (step: string) => exactly(`${step} at ${position}`);
  if (member === 'type') return { value: put('negotiation.dreamt'), ...here('schema') };
  if (member === 'log') return { value: put('elsewhere'), ...exactly(`order at ${Math.max(position, 1)}`) };
  if (member === 'at') {
    const value = put('2025-12-31T23:59:59.999Z');
    return { value, ...(position === 0 ? exactly(TREE) : here('order')) };
  }
  const value = put('u_nobody');
  // Anybody may create a negotiation, and is then its facilitator, by that same name.
  if (event['type'] === 'negotiation.created') return { value, ...exactly(`permitted at ${position + 1}`) };
  // Whoever holds an invitation may join.
  const isInvited = event['type'] === 'member.joined' && dataOf(event)['invitation'] !== null;
  if (isInvited) return { value, earliest: `schema at ${position}`, latest: TREE };
  return { value, ...here('permitted') };
}

/** Whether the event is the change that consent was given to: the log owes it, word for word. */
function isOwed({ lines, at }: Sound, position: number): boolean {
  return (
    (lines[at[position - 1] ?? 0] ?? '').includes('"type":"consent.given"') &&
    position > 0 &&
    !typeOf(lines[at[position] ?? 0]).startsWith('consent.')
  );
}

function typeOf(line = '{}'): string {
  return String(JSON.parse(line).type);
}

function isOptional(path: Path): boolean {
  const last = path.at(-1);
  if (typeof last === 'number') return true;
  return OPTIONAL.has(String(last)) || RECORDS.has(String(path.at(-2)));
}

function dataOf({ data }: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  return data !== undefined && isObject(data) ? data : {};
}
