import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedBallots } from './basis';
import { memberSet } from './coalition';
import { criticalGain } from './critical-gain';
import { frame } from './frame';
import { type Negotiation, STANCES, type Stance } from './model';
import { compare, type Rational, rational, text } from './rational';
import { satisfies } from './rule';
import { Scores } from './scores';
import { negotiations } from './testing/arbitrary-negotiation';
import { REPRODUCE, runs } from './testing/property-runs';

/** The definition: of all gains, the largest at which those with at least as much suffice. */
function obvious(negotiation: Negotiation, scores: Scores, x: number, stance: Stance): string | null {
  const fixed = frame(negotiation);
  const gains = negotiation.stakeholders.map((_, i): Rational | null => {
    const gain = scores.gain(i, x, fixed.default, stance);
    return gain === null ? null : rational(BigInt(gain), BigInt(scores.denominator[i]!) * 100n);
  });
  let critical: Rational | null = null;
  for (const least of gains) {
    if (least === null) continue;
    const members = gains.flatMap((gain, i) => (gain !== null && compare(gain, least) >= 0 ? [i] : []));
    const set = memberSet(negotiation.stakeholders, negotiation.dimensions.length, members);
    if (!satisfies(fixed.rules[x]!, set)) continue;
    if (critical === null || compare(least, critical) > 0) critical = least;
  }
  return critical === null ? null : text(critical);
}

it(`is the largest gain that suffices, and its sign says whether x clears (${REPRODUCE})`, {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(negotiations(), (negotiation) => {
      const fixed = frame(negotiation);
      const scores = new Scores(countedBallots(negotiation, 'stated'), negotiation.profiles.length);
      for (const x of negotiation.profiles.keys()) {
        if (x === fixed.default) continue;
        for (const stance of STANCES) {
          const found = criticalGain(fixed, scores, x, stance);
          expect(found).toBe(obvious(negotiation, scores, x, stance));
          const supporters = negotiation.stakeholders.flatMap((_, i) =>
            scores.strictly(i, x, fixed.default, stance) ? [i] : [],
          );
          const set = memberSet(negotiation.stakeholders, negotiation.dimensions.length, supporters);
          const positive = found !== null && !found.startsWith('-') && found !== '0';
          expect(positive).toBe(satisfies(fixed.rules[x]!, set));
        }
      }
    }),
    runs(200),
  );
});
