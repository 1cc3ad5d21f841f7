import { describe, expect, it } from 'vitest';
import {
  chainedBefore,
  chainedPages,
  countBefore,
  firstPage,
  pageAround,
  placedPages,
  placeOf,
} from './event-pages';

const page = (count: number, next: number | null) => ({
  entries: Array.from({ length: count }, (_, position) => ({ position, hash: '', event: null })),
  next,
  newest: 500,
  total: 501,
});

describe('the pages of a history', () => {
  it('cover every position once without filters, in either order', () => {
    for (const order of ['newest', 'oldest'] as const) {
      const { pages, ended } = placedPages(101, order);
      expect(ended).toBe(true);
      expect(pages.map(({ from }) => from)).toEqual(order === 'newest' ? [100, 50, 0] : [0, 50, 100]);
      expect(pages.map(({ length }) => length)).toEqual([50, 50, 1]);
    }
  });

  it('begin around a position where one of them begins', () => {
    expect(pageAround(57, 101, 'oldest')).toBe(50);
    expect(pageAround(57, 101, 'newest')).toBe(100);
    expect(pageAround(0, 101, 'newest')).toBe(0);
  });

  it('become known one after the other with filters, empty stretches too, until they end', () => {
    let known = firstPage(500, 'newest', page(50, 300), true);
    known = chainedPages(known, page(0, 200));
    expect(known).toMatchObject({ ended: false, pages: [{ length: 50 }, { length: 0 }, { from: 200 }] });
    known = chainedPages(known, page(2, null));
    expect(known.ended).toBe(true);
    expect(placeOf(known, 49)).toEqual({ page: 0, place: 49 });
    expect(placeOf(known, 50)).toEqual({ page: 2, place: 0 });
    expect(placeOf(known, 52)).toBeNull();
  });

  it('become known backwards too from a list that was opened in its middle, up to its beginning', () => {
    let known = firstPage(300, 'newest', page(50, 200), false);
    expect(known.pages).toEqual([
      { from: 301, order: 'oldest', length: 0 },
      { from: 300, order: 'newest', length: 50 },
      { from: 200, order: 'newest', length: 0 },
    ]);
    expect(placeOf(known, 0)).toEqual({ page: 1, place: 0 });
    known = chainedBefore(known, page(50, 380));
    known = chainedBefore(known, page(0, 480));
    expect(known).toMatchObject({ begun: false, ended: false });
    expect(countBefore(known, 'newest')).toBe(50);
    expect(placeOf(known, 0)).toEqual({ page: 2, place: 0 });
    known = chainedPages(chainedBefore(known, page(3, null)), page(1, null));
    expect(known).toMatchObject({ begun: true, ended: true });
    expect(known.pages.map(({ length }) => length)).toEqual([3, 0, 50, 50, 1]);
    expect(chainedBefore(known, page(50, 1))).toEqual(known);
  });
});
