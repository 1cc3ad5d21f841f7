import { describe, expect, it } from 'vitest';
import { mentionedIn, pieces } from './mentions';

const PEOPLE = [
  { id: 'lab-aurora', name: 'Aurora Labs' },
  { id: 'gov-arden', name: 'Republic of Arden' },
  { id: 'u_x23', name: 'Kim Lee' },
];

describe('the pieces of a text', () => {
  it('name whom it mentions, up to the end of the id', () => {
    expect(pieces('Ask @lab-aurora. And @u_x23!', PEOPLE)).toEqual([
      { text: 'Ask ', mentions: null },
      { text: '@lab-aurora', mentions: PEOPLE[0] },
      { text: '. And ', mentions: null },
      { text: '@u_x23', mentions: PEOPLE[2] },
      { text: '!', mentions: null },
    ]);
  });

  it('leave strangers and mail addresses as they are', () => {
    const text = 'write to kim@lab-aurora or @nobody';
    expect(pieces(text, PEOPLE)).toEqual([{ text, mentions: null }]);
  });
});

it('mentions of certain ids are found once each, and no others', () => {
  const text = '@lab-aurora and @lab-aurora, not @lab-auror or @gov-arden-2, but (@u_x23).';
  expect([...mentionedIn(text, ['lab-aurora', 'gov-arden', 'u_x23'])]).toEqual(['lab-aurora', 'u_x23']);
});
