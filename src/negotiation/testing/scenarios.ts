import * as fc from 'fast-check';
import type { Negotiation } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import type { Scenario, ScenarioChange } from '../what-if/scenario';

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

/** A negotiation, and what somebody changes in it. */
export const scenes = negotiations().chain((negotiation) =>
  fc.record({ negotiation: fc.constant(negotiation), changes: scenarios(negotiation) }),
);
