import { describe, expect, it } from 'vitest';
import { Newest } from './newest';

const KEYS = ['a', 'b', 'c', 'd', 'e'];

describe('the newest of what was put', () => {
  it('lets the oldest go where there is no more room', () => {
    const newest = new Newest<number>(2);
    expect(newest.put('a', 1)).toEqual([]);
    expect(newest.put('b', 2)).toEqual([]);
    expect(newest.put('c', 3)).toEqual(['a']);
    expect(KEYS.map((key) => newest.get(key))).toEqual([undefined, 2, 3, undefined, undefined]);
  });

  it('keeps what is put again, and not what is only read', () => {
    const newest = new Newest<number>(2);
    newest.put('a', 1);
    newest.put('b', 2);
    newest.put('a', 10);
    newest.get('b');
    expect(newest.put('c', 3)).toEqual(['b']);
    expect(newest.get('a')).toBe(10);
  });

  it('has room again for what was deleted, of all sizes', () => {
    const newest = new Newest<string>(10, (text) => text.length);
    newest.put('a', 'four');
    newest.put('b', 'seven!');
    newest.delete('a');
    newest.delete('nobody');
    expect(newest.put('c', 'four')).toEqual([]);
    newest.clear();
    expect(newest.get('b')).toBeUndefined();
    expect(newest.put('d', 'ten of ten')).toEqual([]);
  });

  it('lets several go for a large one, and one that is too large itself', () => {
    const newest = new Newest<string>(10, (text) => text.length);
    newest.put('a', 'one');
    newest.put('b', 'two');
    newest.put('c', 'six');
    expect(newest.put('d', 'takes 8!')).toEqual(['a', 'b', 'c']);
    // Another size under the same key.
    expect(newest.put('d', '')).toEqual([]);
    expect(newest.put('e', 'ten of ten')).toEqual([]);
    expect(newest.get('d')).toBe('');
    expect(newest.put('a', 'more than the room')).toEqual(['d', 'e', 'a']);
  });
});
