import { describe, expect, it } from 'vitest';
import { formatVerifierKey } from '@/ledger/note';
import { checkReceipt, originOfReceipt } from './check-receipt';
import { KEY, longOpenStage, OTHER_KEY, receiptOf, sealedStage } from './testing/bundles';

const stage = longOpenStage();
const position = stage.events.findLastIndex(({ type }) => type === 'ballot.cast');
const receipt = receiptOf(stage, position);
const text = JSON.stringify(receipt);
const key = formatVerifierKey(KEY);

function faultOf(changed: string, keys = [key]) {
  const check = checkReceipt(changed, keys);
  return check.kind === 'fault' ? check.fault : check.kind;
}

describe('a receipt by itself', () => {
  it('holds with the key of its log, and says what the ballot said', () => {
    const check = checkReceipt(text, [key]);
    expect(check).toMatchObject({ kind: 'holds', key, origin: KEY.name, size: stage.events.length });
    expect(check).toMatchObject({ event: { type: 'ballot.cast', position, data: { stakeholder: 'a' } } });
    expect(originOfReceipt(text)).toBe(KEY.name);
  });

  it('holds with any of several keys, and names the one that signed', () => {
    const check = checkReceipt(text, [formatVerifierKey(OTHER_KEY), ` ${key}\n`]);
    expect(check).toMatchObject({ kind: 'holds', key });
  });

  it.each([
    ['one changed figure', text.replace(/(\\"base\\":)\d/, '$19'), 'not-included'],
    ['another position', JSON.stringify({ ...receipt, position: position - 1 }), 'not-included'],
    ['a changed checkpoint', text.replace(`${stage.events.length}\\n`, '9999\\n'), 'bad-signature'],
    ['no checkpoint', JSON.stringify({ ...receipt, checkpoint: 'x' }), 'no-checkpoint'],
    ['a key too many', JSON.stringify({ ...receipt, more: 1 }), 'no-receipt'],
    ['something else', 'a letter', 'no-receipt'],
  ])('is refused for %s', (_, changed, fault) => {
    expect(changed).not.toBe(text);
    expect(faultOf(changed)).toBe(fault);
  });

  it.each([
    ['no key', [], 'no-key'],
    ['what is no key', ['key'], 'key-unread'],
    ['a key that did not sign', [formatVerifierKey(OTHER_KEY)], 'bad-signature'],
    ['a key of another log', [formatVerifierKey({ ...KEY, name: 'x/parley/y' })], 'key-unread'],
  ])('is not taken with %s', (_, keys, fault) => {
    expect(faultOf(text, [...keys])).toBe(fault);
  });

  it('opens a sealed ballot with what the seal was made of, and with nothing else', () => {
    const sealed = sealedStage();
    const at = sealed.events.findLastIndex(({ type }) => type === 'ballot.sealed');
    const event = sealed.events[at];
    const commitment = event?.type === 'ballot.sealed' ? event.data.commitment : '';
    const opened = sealed.openings.get(commitment);
    if (opened === undefined) throw new Error('the stage kept no opening');
    const opening = { salt: opened.salt, ballot: JSON.stringify(opened.ballot) };
    const bare = receiptOf(sealed, at);
    expect(checkReceipt(JSON.stringify({ ...bare, opening }), [key])).toMatchObject({
      opened: opened.ballot,
    });
    expect(checkReceipt(JSON.stringify(bare), [key])).toMatchObject({ kind: 'holds', opened: null });
    const other = { ...opening, salt: '0'.repeat(64) };
    expect(faultOf(JSON.stringify({ ...bare, opening: other }))).toBe('not-opened');
  });
});
