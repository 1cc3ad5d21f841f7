import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { leastChanges } from '@/core/least-change';
import { BASES, type Negotiation } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { oracle } from '@/core/testing/oracle';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { toNegotiation } from '../file/to-negotiation';
import { type SeenChange, type Side, seenFlips } from '../flips';
import { fileOf } from '../testing/file-of';
import { hundredths, ids, inside, text } from '../testing/reading';
import { apply, standingOfSandbox } from './apply';
import { differences } from './difference';
import { flipScenario } from './flip-scenario';
import { toFragment } from './fragment';
import { fromFragment } from './read-fragment';
import type { Scenario, ScenarioChange } from './scenario';
import { startOf } from './start';

/** What a sandbox shows of a result. */
function shown(result: ReturnType<typeof aggregate>) {
  return result.profiles.map(({ id, verdict, coalition, criticalGain, criticalMembers, gap }) => ({
    id,
    verdict,
    coalition,
    criticalGain,
    criticalMembers,
    gap,
  }));
}

/** A few changes of every kind, as a reader may make them one after another. */
function scenarios(negotiation: Negotiation): fc.Arbitrary<Scenario> {
  const { stakeholders, profiles, dimensions, guarantees } = negotiation;
  const one = (list: readonly { readonly id: string }[]) => fc.constantFrom(...list.map(({ id }) => id));
  const points = fc.integer({ min: 0, max: 10_000 }).map((score) => score / 100);
  const stakeholder = one(stakeholders);
  const profile = one(profiles);
  const kinds: fc.Arbitrary<ScenarioChange>[] = [
    fc.record({
      kind: fc.constant('score' as const),
      stakeholder,
      profile,
      score: fc.tuple(points, points, points).map((all): [number, number, number] => {
        const [low = 0, best = 0, high = 0] = all.sort((a, b) => a - b);
        return [low, best, high];
      }),
    }),
    fc.record({
      kind: fc.constant('end' as const),
      stakeholder,
      profile,
      end: fc.constantFrom('low' as const, 'best' as const, 'high' as const),
      to: points,
    }),
    fc.record({ kind: fc.constant('silent' as const), stakeholder }),
    fc.record({ kind: fc.constant('out' as const), stakeholder }),
    fc.record({ kind: fc.constant('rule' as const), rule: fc.constant({ members: { atLeast: 1 } }) }),
    fc.record({
      kind: fc.constant('in' as const),
      stakeholder: fc.constantFrom('new-1', 'new-2'),
      name: fc.string({ maxLength: 8 }).filter((name) => !name.includes('\u0000')),
      of: fc.constant('lab' as const),
      weights: fc.constant(Object.fromEntries(dimensions.map((dimension) => [dimension, 3]))),
    }),
  ];
  if (dimensions.length > 0) {
    const weight = fc.integer({ min: 0, max: 9 });
    const dimension = fc.constantFrom(...dimensions);
    kinds.push(fc.record({ kind: fc.constant('weight' as const), stakeholder, dimension, weight }));
  }
  if (guarantees.length > 0) {
    const to = fc.constantFrom('delivered' as const, 'failed' as const);
    kinds.push(fc.record({ kind: fc.constant('guarantee' as const), guarantee: one(guarantees), to }));
  }
  return fc.array(fc.oneof(...kinds), { maxLength: 5 });
}

const scenes = negotiations().chain((negotiation) =>
  fc.record({ negotiation: fc.constant(negotiation), changes: scenarios(negotiation) }),
);

describe(`a sandbox (${REPRODUCE})`, { timeout: 300_000 }, () => {
  it('starts from the standing as it is, on either basis', () => {
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), (drawn, basis) => {
        const file = fileOf(drawn);
        const started = apply(startOf(file, basis), []);
        if (!started.ok) throw new Error('nothing was changed');
        expect(shown(standingOfSandbox(started.sandbox))).toEqual(
          shown(aggregate(toNegotiation(file), { basis })),
        );
      }),
      runs(200),
    );
  });

  it('flips a verdict by exactly the change that is told to flip it, also through an address', () => {
    let flipped = 0;
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), (drawn, basis) => {
        const file = fileOf(drawn);
        const negotiation = toNegotiation(file);
        const start = startOf(file, basis);
        const standard = file.profiles.find((profile) => profile.default === true)?.id ?? '';
        const { profiles } = aggregate(negotiation, { basis });
        const become = (
          profile: string,
          side: Side,
          stance: 'necessary' | 'expected' | 'possible',
          change: SeenChange,
        ) => {
          const changes = flipScenario(change, { profile, default: standard, side, stance });
          if (changes === null) throw new Error('a ballot that is read was not');
          const read = fromFragment(`#${toFragment(changes)}`);
          expect(read).toEqual(changes);
          const applied = apply(start, read ?? []);
          if (!applied.ok) throw new Error(JSON.stringify(applied));
          flipped += 1;
          // The slow twin has the last word on what has become of it.
          return oracle(toNegotiation(applied.sandbox.file), { basis: 'stated' }).profiles.find(
            ({ id }) => id === profile,
          )?.verdict;
        };
        for (const each of leastChanges(negotiation, basis)) {
          const { profile, falls, joins } = seenFlips(each, true);
          const verdict = profiles.find(({ id }) => id === profile)?.verdict;
          for (const change of [falls?.fewest, falls?.leastShift]) {
            if (falls && change) expect(become(profile, 'leaves', falls.stance, change)).not.toBe(verdict);
          }
          for (const change of [joins.necessary?.fewest, joins.necessary?.leastShift]) {
            if (change) expect(become(profile, 'joins', 'necessary', change)).toBe('clears');
          }
        }
      }),
      runs(200),
    );
    expect(flipped).toBeGreaterThan(200);
  });

  it('says truly, and wholly, which verdicts are others and who gains no longer', () => {
    let told = 0;
    fc.assert(
      fc.property(scenes, ({ negotiation: drawn, changes }) => {
        const start = startOf(fileOf(drawn), 'stated');
        const applied = apply(start, changes);
        if (!applied.ok) return;
        const before = { file: start, result: standingOfSandbox({ file: start, failed: null }) };
        const after = { file: applied.sandbox.file, result: standingOfSandbox(applied.sandbox) };
        const said = differences(before, after);
        const about = (title: string, key: string) =>
          said.filter((each) => each.key === key && text(each, 'profile') === title);
        for (const own of after.result.profiles) {
          const old = before.result.profiles.find(({ id }) => id === own.id);
          const title = `Title of ${own.id}`;
          const verdicts = about(title, 'difference.verdict');
          expect(verdicts).toHaveLength(old?.verdict === own.verdict ? 0 : 1);
          for (const each of verdicts) {
            expect(inside(each, 'from').key).toBe(`verdictName.${old?.verdict}`);
            expect(inside(each, 'to').key).toBe(`verdictName.${own.verdict}`);
          }
          for (const each of about(title, 'difference.left')) {
            told += 1;
            const stance = inside(each, 'stance').key.replace('stance.', '');
            if (stance !== 'necessary' && stance !== 'expected' && stance !== 'possible')
              throw new Error(stance);
            const [then, now] = [old?.coalition?.[stance], own.coalition?.[stance]];
            if (!Array.isArray(then) || !Array.isArray(now)) throw new Error('no lists');
            expect(ids(each, 'names')).toEqual(then.filter((id: string) => !now.includes(id)));
          }
          for (const each of about(title, 'difference.criticalGain')) {
            const exact = (own.criticalGain?.necessary ?? '').split('/').map(Number);
            expect(hundredths(text(each, 'to')).value).toBeCloseTo(
              (100 * (exact[0] ?? 0)) / (exact[1] ?? 1),
              -0.3,
            );
          }
        }
      }),
      runs(200),
    );
    expect(told).toBeGreaterThan(20);
  });

  it('is a negotiation that could be, or says what does not fit', () => {
    fc.assert(
      fc.property(scenes, ({ negotiation: drawn, changes }) => {
        expect(fromFragment(toFragment(changes))).toEqual(changes);
        const applied = apply(startOf(fileOf(drawn), 'stated'), changes);
        if (applied.ok) standingOfSandbox(applied.sandbox);
        else expect(applied.refusal.key).toMatch(/^refused\./);
      }),
      runs(200),
    );
  });
});
