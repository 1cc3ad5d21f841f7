import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, movedTo, wholeSteps } from './interval-geometry';
import { hundredthsOf, readTriple, type Triple, tripleText } from './score-text';

const triple: fc.Arbitrary<Triple> = fc
  .tuple(
    fc.integer({ min: 0, max: 10_000 }),
    fc.integer({ min: 0, max: 10_000 }),
    fc.integer({ min: 0, max: 10_000 }),
  )
  .map((ends) => {
    const [low = 0, best = 0, high = 0] = ends.sort((a, b) => a - b);
    return [low / 100, best / 100, high / 100];
  });
const best = fc.integer({ min: 0, max: 100 });

describe('an interval that is moved as a whole', () => {
  it('keeps both of its lengths, to the hundredth, and stays on the scale', () => {
    fc.assert(
      fc.property(triple, best, (from, to) => {
        const [a, b] = [hundredthsOf(from), hundredthsOf(movedTo(from, to))];
        expect([b[1] - b[0], b[2] - b[1]]).toEqual([a[1] - a[0], a[2] - a[1]]);
        expect(b[0]).toBeGreaterThanOrEqual(0);
        expect(b[2]).toBeLessThanOrEqual(10_000);
      }),
    );
  });

  it('comes to the wanted best guess, or to the end of the scale that is in the way', () => {
    fc.assert(
      fc.property(triple, best, (from, to) => {
        const [low, at, high] = movedTo(from, to);
        if (at < to) expect(high).toBe(100);
        if (at > to) expect(low).toBe(0);
      }),
    );
  });

  it('can be written down and read again as it is', () => {
    fc.assert(
      fc.property(triple, best, (from, to) => {
        const there = movedTo(from, to);
        expect(readTriple(tripleText(...there))).toEqual(there);
      }),
    );
  });
});

describe('handles over numbers that are being typed', () => {
  it('are the numbers, where these make an interval', () => {
    fc.assert(
      fc.property(triple, (ends) => {
        expect(drawn(tripleText(...ends))).toEqual(ends);
      }),
    );
  });

  it.each([
    [{ low: '90', best: '61', high: '70' }, [61, 70, 90]],
    [{ low: '', best: '61', high: '70' }, [61, 61, 70]],
    [{ low: '10', best: 'x', high: '' }, [10, 10, 10]],
    [{ low: '', best: '', high: '' }, [0, 0, 0]],
  ])('of %j stand at %j', (text, ends) => {
    expect(drawn(text)).toEqual(ends);
  });
});

describe('whole steps of a bar', () => {
  it.each([
    [15, true, 15],
    [0.4, true, 0],
    [-9.6, true, -10],
    [0.5, false, 1],
    [-0.375, false, -1],
    [9.875, false, 10],
    [-100, false, -100],
  ])('of %d points (dragged: %s) are %d', (points, dragged, steps) => {
    expect(wholeSteps(points, dragged)).toBe(steps);
  });
});
