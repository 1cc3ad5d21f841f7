import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { runs } from '@/core/testing/property-runs';
import { denseLayout } from './dense-layout';
import { type Layout, layout } from './layout';
import { crossings, type Link, ordered } from './order';
import { closure, dominance, groupsOf, layersOf, type Relation, reduction } from './relation';
import { spread } from './spread';

const SIZE = (members: readonly number[]) => ({ width: 100 + members.length, height: 40 * members.length });

const anyRelation: fc.Arbitrary<Relation> = fc
  .integer({ min: 1, max: 14 })
  .chain((m) =>
    fc
      .array(fc.tuple(fc.nat(m - 1), fc.nat(m - 1)), { maxLength: 2 * m })
      .map((pairs) =>
        Array.from({ length: m }, (_, y) =>
          Array.from({ length: m }, (_, x) => x !== y && pairs.some(([a, b]) => a === y && b === x)),
        ),
      ),
  );

/** What follows from a drawing: who is in a cycle together, and what the arrows lead to. */
function readOff({ boxes, arrows, apart }: Layout, size: number): Relation {
  const boxOf = new Map(boxes.flatMap(({ members }, box) => members.map((x) => [x, box] as const)));
  expect([...boxOf.keys(), ...apart].sort((a, b) => a - b)).toEqual([...Array(size).keys()]);
  const step = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => {
      const [from, to] = [boxOf.get(y), boxOf.get(x)];
      if (from === undefined || to === undefined) return false;
      return from === to
        ? (boxes[from]?.members.length ?? 0) > 1
        : arrows.some((arrow) => arrow.from === from && arrow.to === to);
    }),
  );
  return closure(step);
}

const DRAWINGS = [
  ['with titles', (relation: Relation) => layout(relation, SIZE)],
  ['of marks', denseLayout],
] as const;

describe.each(DRAWINGS)('the layered drawing %s', (_, draw) => {
  it('says by its arrows, one after the other, what the relation says, and not more', () => {
    fc.assert(
      fc.property(anyRelation, (relation) => {
        expect(readOff(draw(relation), relation.length)).toEqual(closure(relation));
      }),
      runs(150),
    );
  });

  it('is the dominance of the result itself under `necessary`, and without cycles under `expected`', () => {
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), (negotiation, basis) => {
        const result = aggregate(negotiation, { basis });
        const necessary = dominance(result, 'necessary');
        expect(readOff(draw(necessary), necessary.length)).toEqual(necessary);
        const expected = dominance(result, 'expected');
        expect(groupsOf(expected).every((group) => group.length === 1)).toBe(true);
      }),
      runs(100),
    );
  });

  it('has no arrow upwards, none that others imply, and no two boxes in one place', () => {
    fc.assert(
      fc.property(anyRelation, (relation) => {
        const { boxes, arrows, width, height } = draw(relation);
        for (const { from, to, points } of arrows) {
          expect(boxes[from]?.layer ?? 0).toBeLessThan(boxes[to]?.layer ?? 0);
          const heights = points.map(([, y]) => y);
          expect(heights).toEqual([...heights].sort((a, b) => a - b));
          const detour = arrows.some(
            (first) => first.from === from && first.to !== to && leads(arrows, first.to, to),
          );
          expect(detour).toBe(false);
        }
        boxes.forEach((box, i) => {
          expect(box.x - box.width / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(box.x + box.width / 2).toBeLessThanOrEqual(width + 1e-6);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          for (const other of boxes.slice(i + 1)) {
            const beside = Math.abs(box.x - other.x) >= (box.width + other.width) / 2;
            const [upper, lower] = box.y < other.y ? [box, other] : [other, box];
            const below = upper.y + upper.height <= lower.y;
            expect(beside || below).toBe(true);
            expect(below || box.layer === other.layer).toBe(true);
          }
        });
      }),
      runs(150),
    );
  });

  it('puts on top exactly what nothing is above, each other one just below what is above it', () => {
    fc.assert(
      fc.property(anyRelation, (relation) => {
        const { boxes, arrows } = draw(relation);
        boxes.forEach(({ layer }, box) => {
          const above = arrows.filter(({ to }) => to === box).map(({ from }) => boxes[from]?.layer ?? -1);
          expect(layer).toBe(above.length === 0 ? 0 : Math.max(...above) + 1);
        });
      }),
      runs(150),
    );
  });
});

it('draws any number of marks within the width of a telephone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), anyRelation, (m, relation) => {
      const many = Array.from({ length: m }, (_, y) =>
        Array.from({ length: m }, (_, x) => relation[y % relation.length]?.[x % relation.length] === true),
      );
      expect(denseLayout(many).width).toBeLessThanOrEqual(328);
      for (const { x, width } of denseLayout(many).boxes) {
        expect(x - width / 2).toBeGreaterThanOrEqual(0);
        expect(x + width / 2).toBeLessThanOrEqual(320);
      }
    }),
    runs(50),
  );
});

function leads(arrows: Layout['arrows'], from: number, to: number): boolean {
  return from === to || arrows.some((arrow) => arrow.from === from && leads(arrows, arrow.to, to));
}

describe('sweeping', () => {
  const anyLayers = fc
    .array(fc.array(fc.nat(99), { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 })
    .map((targets) => {
      let next = 0;
      const layers = targets.map((layer) => layer.map(() => next++));
      const links = targets.slice(0, -1).flatMap((layer, k) =>
        layer.map((target, at): Link => {
          const below = layers[k + 1] ?? [];
          return [layers[k]?.[at] ?? 0, below[target % below.length] ?? 0];
        }),
      );
      return { layers, links };
    });

  it('keeps every place in its layer and never makes more arrows cross', () => {
    fc.assert(
      fc.property(anyLayers, ({ layers, links }) => {
        const swept = ordered(layers, links);
        expect(swept.map((layer) => [...layer].sort((a, b) => a - b))).toEqual(layers);
        expect(crossings(swept, links)).toBeLessThanOrEqual(crossings(layers, links));
      }),
      runs(150),
    );
  });

  it('counts every pair of arrows that cross', () => {
    const anyLinks = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 30 });
    fc.assert(
      fc.property(anyLinks, (ends) => {
        const layers = [
          [0, 1, 2, 3, 4, 5, 6, 7, 8],
          [9, 10, 11, 12, 13, 14, 15, 16, 17],
        ];
        const links = ends.map(([above, below]): Link => [above, 9 + below]);
        const crossing = ends.flatMap(([a, b], i) =>
          ends.slice(i + 1).filter(([c, d]) => (a < c && b > d) || (a > c && b < d)),
        );
        expect(crossings(layers, links)).toBe(crossing.length);
      }),
      runs(300),
    );
  });

  it('takes a knot apart that can be', () => {
    const links: Link[] = [
      [0, 4],
      [1, 3],
      [2, 5],
    ];
    const layers = [
      [0, 1, 2],
      [3, 4, 5],
    ];
    expect(crossings(layers, links)).toBe(1);
    expect(crossings(ordered(layers, links), links)).toBe(0);
  });
});

it('spreads a row as near to its wishes as the widths let it', () => {
  expect(
    spread(
      [
        { middle: 0, width: 10 },
        { middle: 100, width: 10 },
      ],
      5,
    ),
  ).toEqual([0, 100]);
  expect(
    spread(
      [
        { middle: 50, width: 10 },
        { middle: 50, width: 10 },
      ],
      5,
    ),
  ).toEqual([42.5, 57.5]);
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ middle: fc.integer({ min: -99, max: 99 }), width: fc.integer({ min: 1, max: 50 }) }),
      ),
      (row) => {
        const middles = spread(row, 3);
        middles.slice(1).forEach((middle, k) => {
          const [left, right] = [row[k]?.width ?? 0, row[k + 1]?.width ?? 0];
          expect(middle - (middles[k] ?? 0)).toBeGreaterThanOrEqual((left + right) / 2 + 3 - 1e-6);
        });
      },
    ),
    runs(150),
  );
});

it('reduces and layers a chain with a shortcut', () => {
  const chain: Relation = [
    [false, true, true],
    [false, false, true],
    [false, false, false],
  ];
  expect(reduction(chain).map((row) => row.filter(Boolean).length)).toEqual([1, 1, 0]);
  expect(layersOf(chain)).toEqual([0, 1, 2]);
});
