import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { leastChanges } from '@/core/least-change';
import type { Negotiation } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { verdictOf } from '@/core/testing/oracle-bar';
import { standingOn } from '@/core/testing/oracle-standing';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { toNegotiation } from '../file/to-negotiation';
import { areOf, seenFlips } from '../flips';
import { allDone, faultOfGap, faultOfTurn, namedIn, Sides, type Told } from '../testing/claims-of-gap';
import { fileOf } from '../testing/file-of';
import { inside, text } from '../testing/reading';
import { flipSentences } from './flip-sentences';
import { gapSentences } from './gap';
import type { Message } from './message';

const stanceOf = (said: Message): Told => {
  const stance = inside(said, 'stance').key.replace('stance.', '');
  if (stance === 'necessary' || stance === 'expected' || stance === 'possible') return stance;
  throw new Error(`no stance ${stance}`);
};

function scene(drawn: Negotiation) {
  const file = fileOf(drawn);
  const negotiation = toNegotiation(file);
  const result = aggregate(negotiation, { basis: 'stated' });
  const flips = leastChanges(negotiation, 'stated').map((each) => seenFlips(each, true));
  for (const each of flips) {
    const own = result.profiles.find(({ id }) => id === each.profile);
    expect(own !== undefined && areOf(each, own)).toBe(true);
  }
  const of = (id: string) => flips.find(({ profile }) => profile === id) ?? null;
  return { file, negotiation, result, of, standing: standingOn(negotiation, 'stated') };
}

describe(`the gap to the bar, and what would flip a verdict, in sentences (${REPRODUCE})`, {
  timeout: 300_000,
}, () => {
  const told = new Set<string>();

  it('name who would suffice, with the least shift and the fewest, and what each would have to hear', () => {
    fc.assert(
      fc.property(negotiations(), (drawn) => {
        const { file, negotiation, result, of, standing } = scene(drawn);
        negotiation.profiles.forEach(({ id }, x) => {
          let sides: Sides | null = null;
          for (const said of gapSentences(file, result, id, of(id))) {
            if (said.key === 'gap.hear') {
              const turn = inside(said, 'turn');
              told.add(turn.key);
              expect(sides && faultOfTurn(sides, turn)).toBeNull();
              continue;
            }
            expect(said.key).toBe('gap.under');
            sides = new Sides(standing, x, stanceOf(said), 'joins');
            const sentence = inside(said, 'sentence');
            told.add(sentence.key);
            expect(faultOfGap(sides, sentence)).toBeNull();
          }
        });
      }),
      runs(300),
    );
  });

  it('name the least change by which a profile would fall, or clear, and it does', () => {
    fc.assert(
      fc.property(negotiations(), (drawn) => {
        const { file, negotiation, result, of, standing } = scene(drawn);
        negotiation.profiles.forEach(({ id }, x) => {
          const flipped = flipSentences(file, result, id, of(id));
          const verdict = x === standing.d ? 'default' : verdictOf(standing, x);
          const expected = { clears: 1, 'out-of-reach': 1, default: 0, leans: 2, 'within-reach': 2 };
          expect(flipped).toHaveLength(expected[verdict]);
          for (const { side, stance, sentence } of flipped) {
            const sides = new Sides(standing, x, stance, side);
            told.add(sentence.key);
            expect(inside(sentence, 'proof').key).toBe('flip.proven');
            const named = namedIn(negotiation, sentence, 'names');
            expect(sides.faultOf(named, 'count', text(sentence, 'points'))).toBeNull();
            const turns = inside(sentence, 'turns');
            if (turns.key === 'flip.inAll') continue;
            const after = allDone(sides, sentence);
            if (typeof after === 'string') throw new Error(after);
            const then = verdictOf(standingOn(after, 'stated'), x);
            if (side === 'joins') expect(then).toBe('clears');
            else expect(then).not.toBe(verdict);
          }
        });
      }),
      runs(300),
    );
  });

  it('were drawn with every sentence', () => {
    const all = ['gap.fewest', 'gap.least', 'gap.nobody', 'gap.silentSuffice', 'turn.both', 'turn.score'];
    expect([...told].sort()).toEqual([...all, 'turn.silent', 'flip.clears', 'flip.falls'].sort());
  });
});
