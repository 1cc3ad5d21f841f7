import { expect, it } from 'vitest';
import { profile, small } from './examples/small';
import { frame } from './frame';
import type { Rule } from './model';
import { ratification } from './ratification';

const includes = (...stakeholders: number[]): Rule => ({ kind: 'includes', stakeholders });
const negotiation = small([3, 2, 2, 1], [], {
  profiles: [profile(0), profile(1), profile(2, { needs: includes(3) })],
});
const pledge = (stakeholder: number, condition: Rule | null = null, x = 1) => ({
  stakeholder,
  profile: x,
  condition,
});
const ratify = (pledges: ReturnType<typeof pledge>[], x = 1) => ratification(frame(negotiation), pledges, x);

it('lets conditions hold each other up: the largest set, not the smallest', () => {
  expect(ratify([pledge(1, includes(0)), pledge(0, includes(1))])).toEqual({
    ratifiers: [0, 1],
    ratified: true,
  });
});

it('strikes until nobody is struck', () => {
  const chain = [
    pledge(0, includes(1)),
    pledge(1, includes(2)),
    pledge(2, includes(3)),
    pledge(3, includes(0)),
  ];
  expect(ratify(chain).ratifiers).toEqual([0, 1, 2, 3]);
  expect(ratify(chain.slice(0, 3))).toEqual({ ratifiers: [], ratified: false });
});

it('measures a condition by all stakeholders, not by the pledgers', () => {
  const majority: Rule = { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true };
  expect(ratify([pledge(1, majority), pledge(2, majority)])).toEqual({ ratifiers: [], ratified: false });
  expect(ratify([pledge(0, majority), pledge(1, majority)]).ratified).toBe(true);
});

it('ratifies by the needs of the profile, and hears only pledges for it', () => {
  const pledges = [pledge(0, null, 2), pledge(1, null, 2), pledge(3)];
  expect(ratify(pledges, 2)).toEqual({ ratifiers: [0, 1], ratified: false });
  expect(ratify([...pledges, pledge(3, null, 2)], 2)).toEqual({ ratifiers: [0, 1, 3], ratified: true });
  expect(ratify([], 1)).toEqual({ ratifiers: [], ratified: false });
});
