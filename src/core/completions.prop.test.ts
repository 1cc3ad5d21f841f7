import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { type AggregationResult, type Negotiation, type ProfileResult, STANCES } from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { completions, countCompletions, withPoints } from './testing/completions';
import { countedBallot } from './testing/oracle-scores';
import { REPRODUCE, runs } from './testing/property-runs';
import { toNumber } from './testing/read-result';

/** Small enough to look at every way in which the uncertainty may turn out. */
const small = negotiations({ stakeholders: 3, profiles: 3, criteria: 0 }).filter((negotiation) => {
  const count = countCompletions(negotiation);
  return count > 1 && count <= 300;
});

const onPoints = (negotiation: Negotiation): AggregationResult => aggregate(negotiation, { basis: 'stated' });

/** What is true of a profile, by name; of a completion all stances say the same, so `necessary` stands for it. */
function factsOf(
  profile: ProfileResult,
  stance: 'necessary' | 'possible',
): Readonly<Record<string, boolean>> {
  const { verdict, stability } = profile;
  const { nash, gmr, smr } = stability[stance];
  return {
    bar:
      verdict === 'clears' || (stance === 'possible' && (verdict === 'leans' || verdict === 'within-reach')),
    efficient: profile.efficient[stance],
    weaklyEfficient: profile.weaklyEfficient[stance],
    core: profile.core[stance],
    unanimous: profile.unanimous?.[stance] === true,
    nash: nash === true,
    gmr: gmr === true,
    smr: smr === true,
  };
}

describe(`every way in which the uncertainty may turn out (§3, §4, §6; ${REPRODUCE})`, () => {
  it('necessary is in all of them, possible in some', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(small, (negotiation) => {
        const turns = [...completions(negotiation)].map(onPoints);
        for (const [x, profile] of onPoints(negotiation).profiles.entries()) {
          const turned = turns.flatMap(({ profiles }) => profiles.slice(x, x + 1));
          const facts = turned.map((each) => factsOf(each, 'necessary'));
          for (const [fact, inAll] of Object.entries(factsOf(profile, 'necessary'))) {
            expect(`${fact} in all: ${inAll}`).toBe(`${fact} in all: ${facts.every((each) => each[fact])}`);
          }
          for (const [fact, inSome] of Object.entries(factsOf(profile, 'possible'))) {
            expect(`${fact} in some: ${inSome}`).toBe(`${fact} in some: ${facts.some((each) => each[fact])}`);
          }
          const seq = turned.map((each) => each.stability.necessary.seq === true);
          if (profile.stability.necessary.seq === true) expect(seq).not.toContain(false);
          if (seq.includes(true)) expect(profile.stability.possible.seq).toBe(true);
          if (profile.verdict === 'default') continue;
          const gains = turned.map((each) => toNumber(each.criticalGain?.necessary));
          expect(toNumber(profile.criticalGain?.necessary)).toBe(Math.min(...gains));
          expect(toNumber(profile.criticalGain?.possible)).toBe(Math.max(...gains));
        }
      }),
      runs(100),
    );
  });

  it('expected is how it turns out at face value, where everyone has one', () => {
    const told = negotiations({ stakeholders: 5, profiles: 5, criteria: 0 }).map((negotiation) => ({
      negotiation,
      point: (i: number, x: number): number => {
        const content = countedBallot(negotiation, 'stated', i)?.content;
        return content?.kind === 'scores' ? (content.scores.get(x)?.[1] ?? 5_000) : 5_000;
      },
    }));
    fc.assert(
      fc.property(told, fc.nat(3_000), ({ negotiation, point }, spread) => {
        const exact = withPoints(negotiation, point);
        const spreadOut: Negotiation = {
          ...exact,
          ballots: exact.ballots.map((ballot) => ({
            ...ballot,
            content: {
              kind: 'scores',
              scores: new Map(
                negotiation.profiles.map((_, x) => {
                  const best = point(ballot.stakeholder, x);
                  return [x, [Math.max(0, best - spread), best, Math.min(10_000, best + spread)]];
                }),
              ),
            },
          })),
        };
        const blurred = aggregate(spreadOut, { basis: 'stated' });
        const sharp = aggregate(exact, { basis: 'stated' });
        expect(blurred.pairs.expected).toEqual(sharp.pairs.necessary);
        expect(sharp.pairs.expected).toEqual(sharp.pairs.necessary);
        expect(sharp.pairs.possible).toEqual(sharp.pairs.necessary);
        for (const [x, profile] of blurred.profiles.entries()) {
          const same = sharp.profiles[x];
          for (const stance of STANCES) {
            expect(profile.efficient.expected).toBe(same?.efficient[stance]);
            expect(profile.core.expected).toBe(same?.core[stance]);
            expect(profile.unanimous?.expected).toBe(same?.unanimous?.[stance]);
            expect(profile.stability.expected).toEqual(same?.stability[stance]);
            expect(profile.criticalGain?.expected).toBe(same?.criticalGain?.[stance]);
          }
          expect(profile.gap?.expected).toEqual(same?.gap?.necessary);
        }
        expect(blurred.aids.expected).toEqual(sharp.aids.necessary);
      }),
      runs(200),
    );
  });
});
