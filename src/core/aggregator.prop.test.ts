import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { createAggregator } from './aggregator';
import { BASES, type Negotiation } from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { REPRODUCE, runs } from './testing/property-runs';

it(`brought up to date ballot by ballot equals a new one (${REPRODUCE})`, { timeout: 300_000 }, () => {
  const cut = fc.record({ ballots: fc.nat(), acknowledgements: fc.nat() });
  fc.assert(
    fc.property(negotiations(), cut, fc.constantFrom(...BASES), (negotiation, from, basis) => {
      const { ballots, acknowledgements } = negotiation;
      const cast = from.ballots % (ballots.length + 1);
      const acknowledged = from.acknowledgements % (acknowledgements.length + 1);
      const start: Negotiation = {
        ...negotiation,
        ballots: ballots.slice(0, cast),
        acknowledgements: acknowledgements.slice(0, acknowledged),
      };
      const live = createAggregator(start);
      expect(live.result({ basis })).toEqual(aggregate(start, { basis }));
      // In turn, so that ballots come before and after the acknowledgements that inform them.
      const rest = [...acknowledgements.slice(acknowledged)];
      for (const ballot of ballots.slice(cast)) {
        live.cast(ballot);
        const next = rest.shift();
        if (next !== undefined) live.acknowledge(next);
      }
      for (const late of rest) live.acknowledge(late);
      for (const each of BASES) {
        const options = { basis: each };
        expect(JSON.stringify(live.result(options))).toBe(JSON.stringify(aggregate(negotiation, options)));
      }
    }),
    runs(100),
  );
});
