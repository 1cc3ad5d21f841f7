import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { type Frame, frame as frameOf } from '@/core/frame';
import { type AggregationResult, type Negotiation, STANCES } from '@/core/model';
import { LEVEL } from '@/core/stance';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { runs } from '@/core/testing/property-runs';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { type BarNode, barTree } from './bar-tree';
import { Coalition } from './coalition';
import { levelsOf } from './levels';
import { type Level, segmentsOf } from './segments';

/** The tracks of a rule, in its order. */
function tracksIn(node: BarNode): Extract<BarNode, { kind: 'track' }>[] {
  if (node.kind === 'track') return [node];
  if (node.kind === 'needs') return tracksIn(node.node);
  return node.kind === 'includes' ? [] : node.nodes.flatMap(tracksIn);
}

/** Each profile but the default with what the bar gets of it. */
function bars(negotiation: Negotiation, result: AggregationResult, frame: Frame) {
  const ids = negotiation.stakeholders.map(({ id }) => id);
  return result.profiles.flatMap((profile, x) => {
    const levels = levelsOf(profile, ids);
    const rule = frame.rules[x];
    return levels === null || rule === undefined ? [] : [{ profile, levels, rule, x }];
  });
}

const NOBODY: ReadonlySet<number> = new Set();

describe('a coalition taken apart', () => {
  it('without anyone taken out is the coalition of the result', () => {
    fc.assert(
      fc.property(negotiations(), (negotiation) => {
        const [frame, result] = [frameOf(negotiation), aggregate(negotiation, { basis: 'stated' })];
        for (const { profile, levels, rule } of bars(negotiation, result, frame)) {
          const coalition = new Coalition(negotiation.stakeholders, levels, NOBODY);
          const node: BarNode = { kind: 'includes', rule, stakeholders: [] };
          const d = negotiation.profiles[frame.default]?.id;
          for (const stance of STANCES) {
            const pair = result.pairs[stance].find(({ over, under }) => over === profile.id && under === d);
            expect(coalition.members(stance)).toHaveLength(pair?.members ?? -1);
            expect(coalition.standing(node).holds[stance]).toBe(pair?.adequate);
            const critical = profile.criticalMembers?.[stance] ?? null;
            const found = coalition.critical(rule, stance).map((i) => negotiation.stakeholders[i]?.id);
            expect(found).toEqual(critical ?? []);
          }
        }
      }),
      runs(60),
    );
  });

  it('is adequate without one member exactly where that member is not critical', () => {
    fc.assert(
      fc.property(negotiations(), (negotiation) => {
        const [frame, result] = [frameOf(negotiation), aggregate(negotiation, { basis: 'stated' })];
        for (const { profile, levels, rule } of bars(negotiation, result, frame)) {
          for (const stance of STANCES) {
            const critical = profile.criticalMembers?.[stance] ?? null;
            if (critical === null || typeof critical === 'number') continue;
            negotiation.stakeholders.forEach(({ id }, i) => {
              const without = new Coalition(negotiation.stakeholders, levels, new Set([i]));
              const node: BarNode = { kind: 'includes', rule, stakeholders: [] };
              expect(without.standing(node).holds[stance]).toBe(!critical.includes(id));
            });
          }
        }
      }),
      runs(60),
    );
  });
});

describe('the segments of a track', () => {
  const anyTrack = fc
    .array(
      fc.record({
        weight: fc.oneof(fc.nat(3), fc.nat(1000), fc.constantFrom(0, 1_000_000_000)),
        level: fc.constantFrom<Level>(0, 1, 2, 3),
        out: fc.boolean(),
      }),
      { minLength: 1, maxLength: 200 },
    )
    .map((members) => ({
      weights: members.map(({ weight }) => weight),
      levels: members.map(({ level }) => level),
      out: new Set(members.flatMap(({ out }, i) => (out ? [i] : []))),
    }));

  it('hold everyone of weight once, side by side, for what they weigh', () => {
    fc.assert(
      fc.property(anyTrack, ({ weights, levels, out }) => {
        const segments = segmentsOf(weights, levels, out);
        const all = segments.flatMap(({ members }) => members).sort((a, b) => a - b);
        expect(all).toEqual([...weights.keys()].filter((i) => (weights[i] ?? 0) > 0));
        segments.forEach(({ from, to, members }, k) => {
          expect(from).toBe(segments[k - 1]?.to ?? 0);
          expect(to - from).toBe(members.reduce((sum, i) => sum + (weights[i] ?? 0), 0));
        });
      }),
      runs(200),
    );
  });

  it('begin with what supports under each stance, those taken out not counted', () => {
    fc.assert(
      fc.property(anyTrack, ({ weights, levels, out }) => {
        const segments = segmentsOf(weights, levels, out);
        for (const stance of STANCES) {
          const support = weights.reduce(
            (sum, weight, i) => sum + (!out.has(i) && (levels[i] ?? 0) >= LEVEL[stance] ? weight : 0),
            0,
          );
          const end = segments.findLast(({ level }) => level >= LEVEL[stance])?.to ?? 0;
          expect(end).toBe(support);
          expect(segments.findLastIndex(({ level }) => level >= LEVEL[stance])).toBe(
            segments.filter(({ level }) => level >= LEVEL[stance]).length - 1,
          );
        }
      }),
      runs(200),
    );
  });

  it('are few however many stakeholders there are, and leave whoever is wide alone', () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => 1 + (i % 7));
    const levels = thousand.map((_, i): Level => (i % 4 === 0 ? 3 : i % 4 === 1 ? 2 : i % 4 === 2 ? 1 : 0));
    expect(segmentsOf(thousand, levels, NOBODY)).toHaveLength(4);
    expect(segmentsOf([50, 30, 20], [3, 3, 3], NOBODY)).toHaveLength(3);
  });
});

describe('the tree of the bar', () => {
  it('has the tracks of the rule and of the needs, each with the threshold that the core compiled', () => {
    const file: NegotiationFile = JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8'));
    const frame = frameOf(toNegotiation(file));
    file.profiles.forEach(({ needs }, x) => {
      const rule = frame.rules[x];
      if (rule === undefined) throw new Error('no rule');
      const tree = barTree(file, needs, rule);
      expect(tree.rule).toEqual(rule);
      for (const { rule: compiled, track } of tracksIn(tree)) {
        if (compiled.kind !== 'weight' && compiled.kind !== 'count') throw new Error('no threshold');
        const { threshold } = compiled;
        const enough = (value: number) =>
          track.strict ? value * track.b > track.a * track.total : value * track.b >= track.a * track.total;
        expect([enough(threshold), enough(threshold - 1)]).toEqual([true, false]);
      }
    });
    const needing = file.profiles.findIndex(({ id }) => id === 'licensed-scaling');
    const tree = barTree(file, file.profiles[needing]?.needs, frame.rules[needing] ?? frame.rule);
    expect(tree.kind === 'allOf' && tree.nodes.map(({ kind }) => kind)).toEqual([
      'track',
      'track',
      'track',
      'needs',
    ]);
  });
});
