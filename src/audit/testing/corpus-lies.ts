import { canonicalJson } from '@/ledger/canonical';
import { isJson } from '@/negotiation/events/event';
import { signedAnew } from './bundles';
import { edited, replacing, type Sound, type Tampered } from './corpus';
import { fieldChanges, fieldOf } from './corpus-fields';
import { isFree } from './free-fields';
import { isObject, type Json, leavesOf, replacedAt } from './json-paths';

/**
 * Every member of every event changed by whoever holds the key: the tree built anew and signed with the right key. The
 * rules or the recomputation notice, at that event or after it; or nobody can, and then the member is a free
 * one (free-fields.ts). What fails before the tree is looked at fails here as it does unsigned, and is not tried again.
 */
export function* lies(sound: Sound, wanted: (type: string) => boolean): Generator<Tampered> {
  for (const change of [...fieldChanges(sound, wanted), ...likelyChanges(sound, wanted)]) {
    if (change.latest !== 'tree at null') continue;
    const { from } = change.edit;
    const lines = signedAnew(edited(sound.lines, change.edit), sound.key).slice(from);
    yield {
      ...change,
      kind: `signed anew: ${change.kind}`,
      edit: { from, remove: sound.lines.length - from, lines },
      latest: isFree(change.field ?? '') ? 'holds' : `unopened at ${sound.at.length - 1}`,
    };
  }
}

/** What a liar would rather write: another that exists, a moment later, the other of two words. */
const OTHER: Readonly<Record<string, string>> = {
  a: 'b',
  b: 'a',
  c: 'b',
  base: 'deal',
  deal: 'base',
  other: 'third',
  third: 'other',
  u_delegatea: 'u_delegateb',
  u_delegateb: 'u_delegatea',
  u_delegatec: 'u_delegatea',
  u_deputy: 'u_delegateb',
  lab: 'company',
  government: 'company',
  training: 'instance',
  for: 'against',
  kept: 'broken',
  delegate: 'observer',
  open: 'sealed',
  sealed: 'open',
  private: 'open',
};

function* likelyChanges({ lines, at }: Sound, wanted: (type: string) => boolean): Generator<Tampered> {
  for (const [position, index] of at.entries()) {
    const event: Json = JSON.parse(lines[index] ?? '');
    if (!isObject(event) || !wanted(String(event['type']))) continue;
    for (const [path, leaf] of leavesOf(event)) {
      const other = typeof leaf === 'string' ? likely(leaf) : undefined;
      if (other === undefined) continue;
      const value = replacedAt(event, path, other);
      if (!isJson(value)) throw new Error('no JSON');
      yield {
        kind: 'of a likely value',
        what: `${event['type']} at ${position}: ${path.join('.')}`,
        field: fieldOf(String(event['type']), path),
        edit: replacing(index, canonicalJson(value)),
        earliest: `order at ${position}`,
        latest: 'tree at null',
      };
    }
  }
}

function likely(leaf: string): string | undefined {
  if (!/^\d{4}-.*Z$/.test(leaf)) return OTHER[leaf];
  return new Date(Date.parse(leaf) + 1).toISOString();
}
