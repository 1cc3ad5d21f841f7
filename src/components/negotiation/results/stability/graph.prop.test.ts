import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/core/testing/property-runs';
import type { TemptationView } from '@/negotiation/standing-detail';
import { arcs, BOX, pointAt, ROW } from './arcs';
import { graphOf, type MoveView } from './graph';

const links = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => ({ from, to })),
  { maxLength: 30 },
);

describe('an arc diagram', () => {
  it('starts and ends every line at its boxes, no two in one place, and lets labels stand apart on their lines', () => {
    fc.assert(
      fc.property(links, (given) => {
        const drawn = arcs(given);
        const inside = (y: number, row: number) => y > row * ROW && y < row * ROW + BOX;
        given.forEach(({ from, to }, k) => {
          expect(inside(drawn[k]!.fromY, from) && inside(drawn[k]!.toY, to)).toBe(true);
        });
        const ends = drawn.flatMap(({ fromY, toY }) => [fromY, toY]);
        expect(new Set(ends).size).toBe(ends.length);
        const labels = drawn.flatMap(({ label }) => (label === null ? [] : [label.y])).sort((a, b) => a - b);
        for (const [k, y] of labels.slice(1).entries()) expect(y - labels[k]!).toBeGreaterThanOrEqual(20);
      }),
      runs(200),
    );
  });

  it('never lets two lines that share an end cross', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 12 }),
        (ends) => {
          const drawn = arcs(ends.map((to) => ({ from: 0, to })));
          const byEnd = ends.map((to, k) => ({ to, arc: drawn[k]! })).sort((a, b) => a.to - b.to);
          for (const [k, { arc }] of byEnd.slice(1).entries()) {
            const inner = byEnd[k]!.arc;
            expect(arc.fromY).toBeLessThan(inner.fromY);
            expect(arc.toY).toBeGreaterThan(inner.toY);
            expect(arc.control).toBeGreaterThan(inner.control);
          }
        },
      ),
      runs(200),
    );
  });

  it('is level with its ends at both of them', () => {
    expect(pointAt(0, 10, 90, 40)).toEqual({ x: 0, y: 10 });
    expect(pointAt(1, 10, 90, 40)).toEqual({ x: 0, y: 90 });
    expect(pointAt(0.5, 10, 90, 40)).toEqual({ x: 30, y: 50 });
  });
});

const conflict = fc.integer({ min: 2, max: 14 }).chain((count) => {
  const profiles = Array.from({ length: count }, (_, k) => `p${k}`);
  const move = fc
    .record({
      stakeholder: fc.constantFrom('a', 'b', 'c'),
      from: fc.constantFrom(...profiles),
      to: fc.constantFrom(...profiles),
    })
    .filter(({ from, to }) => from !== to);
  const moves = fc.uniqueArray(move, {
    minLength: 1,
    maxLength: 40,
    selector: (each) => JSON.stringify(each),
  });
  return moves.chain((all) =>
    fc.record({
      profiles: fc.constant(profiles),
      moves: fc.constant(all as readonly MoveView[]),
      tempted: fc
        .subarray(all)
        .chain((some) =>
          fc.tuple(
            ...some.map((each) =>
              fc
                .subarray(profiles)
                .map((gmr): TemptationView => ({ ...each, deterredBy: { gmr, smr: gmr.slice(1), seq: [] } })),
            ),
          ),
        ),
    }),
  );
});

describe('the graph of moves and temptations', () => {
  it('draws each move and each temptation of what it shows in one line, and each sanction of the chosen one', () => {
    fc.assert(
      fc.property(conflict, ({ profiles, moves, tempted }) => {
        const chosen = tempted[0] ?? null;
        const leave = chosen?.from ?? moves[0]!.from;
        const graph = graphOf(profiles, moves, tempted, leave, chosen);
        const shown = (each: { from: string; to: string }) =>
          !graph.around || each.from === leave || each.to === leave;
        const lines = graph.lines.map(({ line }) => line);
        const between = (each: { from: string; to: string }) =>
          lines.filter(
            ({ kind, from, to }) =>
              kind !== 'sanction' && [from, to].sort().join() === [each.from, each.to].sort().join(),
          );
        for (const move of moves.filter(shown)) {
          const found = between(move);
          expect(found).toHaveLength(1);
          const { from, heads } = found[0]!;
          expect(heads[from === move.to ? 'from' : 'to']).not.toBe('none');
        }
        for (const each of tempted.filter(shown)) {
          const { from, heads, kind, who } = between(each)[0]!;
          expect(heads[from === each.to ? 'from' : 'to']).toBe('temptation');
          expect(kind).not.toBe('move');
          expect(who).toContain(each.stakeholder);
        }
        const sanctions = lines.filter(({ kind }) => kind === 'sanction').map(({ to }) => to);
        const reachable = (chosen?.deterredBy.gmr ?? []).filter((id) => graph.rows.includes(id));
        expect(sanctions).toEqual(reachable);
        if (graph.around)
          expect(graph.rows).toEqual(expect.arrayContaining([...(chosen?.deterredBy.gmr ?? [])]));
      }),
      runs(200),
    );
  });
});
