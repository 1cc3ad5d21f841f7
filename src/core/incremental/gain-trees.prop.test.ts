import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedBallots } from '../basis';
import { criticalGain } from '../critical-gain';
import { type Frame, frame } from '../frame';
import { type Ballot, STANCES, type Stance } from '../model';
import { Scores } from '../scores';
import { negotiations } from '../testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '../testing/property-runs';
import { againstDefault } from './against-default';
import { gainKey } from './gain-key';
import { GainTrees } from './gain-trees';

/** What has to be met along the way: an error where it happens would show nowhere else. */
class Met {
  tied = 0;
  /** Of the critical gain, by one of another in the same hundredth. */
  neighboured = 0;
  undefined = 0;
  grown = 0;
  emptied = 0;

  /** Looks at the gains that a question is about. */
  see(scores: Scores, { default: d }: Frame, x: number, stance: Stance, critical: string | null): void {
    const keys: number[] = [];
    for (let i = 0; i < scores.stakeholders; i++) {
      const gain = scores.gain(i, x, d, stance);
      if (gain !== null) keys.push(gainKey(gain, scores.denominator[i]!));
    }
    if (keys.length < scores.stakeholders) this.undefined += 1;
    if (keys.length === 0) this.emptied += 1;
    if (critical === null) return;
    const [num = 0, den = 1] = critical.split('/').map(Number);
    const key = gainKey(num * 100, den);
    if (keys.filter((each) => each === key).length > 1) this.tied += 1;
    const hundredth = Math.floor(key / 2 ** 32);
    if (keys.some((each) => each !== key && Math.floor(each / 2 ** 32) === hundredth)) this.neighboured += 1;
  }
}

const changes = fc.array(
  fc.record({
    stakeholder: fc.nat(),
    kind: fc.constantFrom('theirs', 'theirs', 'theirs', 'withdrawn', 'everybody withdrawn'),
    ballot: fc.nat(),
    asked: fc.boolean(),
  }),
  { maxLength: 16 },
);

/** Rules of every kind, few and many stakeholders. */
const sizes = fc
  .constantFrom(6, 40)
  .chain((stakeholders) => negotiations({ stakeholders, profiles: 4, criteria: 3 }));

it(`find what selection finds after every change (${REPRODUCE})`, { timeout: 300_000 }, () => {
  const met = new Met();
  fc.assert(
    fc.property(sizes, changes, (negotiation, script) => {
      const fixed = frame(negotiation);
      const scores = new Scores(countedBallots(negotiation, 'stated'), negotiation.profiles.length);
      const trees = new GainTrees(fixed, scores);
      const set = (i: number, ballot: Ballot | null) => {
        const before = againstDefault(scores, i, fixed.default);
        scores.set(i, ballot);
        trees.move(i, before, againstDefault(scores, i, fixed.default));
      };
      const expectSame = () => {
        for (const x of negotiation.profiles.keys()) {
          if (x === fixed.default) continue;
          for (const stance of STANCES) {
            const critical = criticalGain(fixed, scores, x, stance);
            expect(trees.criticalGain(x, stance)).toBe(critical);
            met.see(scores, fixed, x, stance, critical);
          }
        }
      };
      // Trees are there from the second question on.
      expectSame();
      expectSame();
      const before = trees.bytes;
      const { ballots, stakeholders } = negotiation;
      for (const { stakeholder, kind, ballot, asked } of script) {
        if (kind === 'everybody withdrawn') for (const i of stakeholders.keys()) set(i, null);
        else
          set(
            stakeholder % stakeholders.length,
            kind === 'theirs' ? (ballots[ballot % ballots.length] ?? null) : null,
          );
        if (asked) expectSame();
      }
      expectSame();
      if (trees.bytes > before) met.grown += 1;
    }),
    runs(200),
  );
  expect(met.tied).toBeGreaterThan(1_000);
  expect(met.neighboured).toBeGreaterThan(50);
  expect(met.undefined).toBeGreaterThan(1_000);
  expect(met.emptied).toBeGreaterThan(50);
  expect(met.grown).toBeGreaterThan(20);
});
