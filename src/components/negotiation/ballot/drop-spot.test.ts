import { describe, expect, it } from 'vitest';
import { spotAt } from './drop-spot';

describe('where a dragged profile is let go', () => {
  const tiers = [
    { top: 100, bottom: 140 },
    { top: 144, bottom: 224 },
  ];
  it.each([
    [0, { kind: 'before', tier: 0 }],
    [109, { kind: 'before', tier: 0 }],
    [110, { kind: 'with', tier: 0 }],
    [130, { kind: 'with', tier: 0 }],
    [131, { kind: 'before', tier: 1 }],
    [142, { kind: 'before', tier: 1 }],
    [163, { kind: 'before', tier: 1 }],
    [184, { kind: 'with', tier: 1 }],
    [205, { kind: 'before', tier: 2 }],
    [299, { kind: 'before', tier: 2 }],
    [300, { kind: 'out' }],
  ])('at %i is %j', (y, spot) => {
    expect(spotAt(y, tiers, 300)).toEqual(spot);
  });
});
