import { describe, expect, it } from 'vitest';
import { completed, mentionAt, suggestions } from './mention';

const PEOPLE = [
  { id: 'lab-aurora', name: 'Aurora Labs' },
  { id: 'gov-arden', name: 'Republic of Arden' },
  { id: 'u_x23', name: 'Kim Lee' },
];

describe('completion', () => {
  it('begins at an @ after a space, and not within a word', () => {
    expect(mentionAt('Ask @lab', 8)).toEqual({ at: 4, typed: 'lab' });
    expect(mentionAt('@', 1)).toEqual({ at: 0, typed: '' });
    expect(mentionAt('kim@lab', 7)).toBeNull();
    expect(mentionAt('Ask @lab now', 12)).toBeNull();
  });

  it('finds by id and by any word of the name', () => {
    expect(suggestions('ar', PEOPLE).map(({ id }) => id)).toEqual(['gov-arden']);
    expect(suggestions('LEE', PEOPLE).map(({ id }) => id)).toEqual(['u_x23']);
    expect(suggestions('', PEOPLE)).toHaveLength(3);
  });

  it('puts the id in the place of what was typed, with one space after it', () => {
    const typed = { at: 4, typed: 'lab' };
    expect(completed('Ask @lab', typed, PEOPLE[0] ?? fail())).toEqual({
      text: 'Ask @lab-aurora ',
      caret: 16,
    });
    expect(completed('Ask @lab why', typed, PEOPLE[0] ?? fail()).text).toBe('Ask @lab-aurora why');
  });
});

function fail(): never {
  throw new Error('no such person');
}
