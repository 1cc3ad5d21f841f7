import { describe, expect, it } from 'vitest';
import { viewerOf } from '../authority';
import { A, B, BALLOT, FACILITATOR, OBSERVER, opened } from '../testing/stage';
import { visibleFile } from '../visibility';
import { startOf } from './start';

/** product.md §2, row "a ballot", of what a sandbox starts from: a and b have voted. */

function sandboxes(mode: 'open' | 'sealed' | 'private', close: boolean) {
  const stage = opened(mode, true)
    .do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT })
    .do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT });
  if (close) stage.do(FACILITATOR, 'closeRound', {});
  const openings = (commitment: string) => stage.openings.get(commitment);
  return Object.fromEntries(
    Object.entries({ delegate: A, facilitator: FACILITATOR, observer: OBSERVER }).map(([who, actor]) => {
      const file = visibleFile(stage.known, viewerOf(stage.known, actor, stage.now), { openings });
      const start = file && startOf(file, 'stated');
      return [who, start?.ballots?.map(({ stakeholder }) => stakeholder).sort()];
    }),
  );
}

describe('a sandbox starts from the ballots that its reader may see', () => {
  it.each([
    ['open', false, { delegate: ['a', 'b'], facilitator: ['a', 'b'], observer: [] }],
    ['sealed', false, { delegate: ['a'], facilitator: [], observer: [] }],
    ['sealed', true, { delegate: ['a', 'b'], facilitator: ['a', 'b'], observer: [] }],
    ['private', false, { delegate: ['a'], facilitator: [], observer: [] }],
    ['private', true, { delegate: ['a'], facilitator: [], observer: [] }],
  ] as const)('%s, round closed: %s', (mode, close, expected) => {
    expect(sandboxes(mode, close)).toEqual(expected);
  });
});
