import { describe, expect, it } from 'vitest';
import type { Rule, Stakeholder } from '../model';
import { power } from './power';

const voters = (...weights: readonly number[]): Stakeholder[] =>
  weights.map((weight, i) => ({ id: `voter-${i}`, weights: [weight] }));

const votes = (a: number, b: number): Rule => ({
  kind: 'quota',
  dimension: 0,
  share: { a, b },
  strict: false,
});

function exact(rule: Rule, stakeholders: readonly Stakeholder[]) {
  const result = power(rule, stakeholders);
  if (result.method !== 'exact') throw new Error('expected an exact result');
  return {
    swings: result.stakeholders.map((row) => Number(row.banzhafSwings)),
    banzhaf: result.stakeholders.map((row) => row.banzhaf),
    shapleyShubik: result.stakeholders.map((row) => row.shapleyShubik),
  };
}

const rounded = (values: readonly number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)));

describe('published power indices', () => {
  // Brams, Affuso 1976, "Power and size: a new paradox"; Felsenthal, Machover 1998, The Measurement of Voting
  // Power, ch. 5 (the Council of Ministers, by period).
  it('EEC Council of Ministers 1958: Luxembourg is a dummy', () => {
    const { swings, banzhaf, shapleyShubik } = exact(votes(12, 17), voters(4, 4, 4, 2, 2, 1));
    expect(swings).toEqual([10, 10, 10, 6, 6, 0]);
    expect(banzhaf).toEqual([5 / 21, 5 / 21, 5 / 21, 1 / 7, 1 / 7, 0]);
    expect(shapleyShubik).toEqual([7 / 30, 7 / 30, 7 / 30, 3 / 20, 3 / 20, 0]);
  });

  // The same sources.
  it('EC Council of Ministers 1973, nine members', () => {
    const { swings, shapleyShubik } = exact(votes(41, 58), voters(10, 10, 10, 10, 5, 5, 3, 3, 2));
    expect(swings).toEqual([53, 53, 53, 53, 29, 29, 21, 21, 5]);
    expect(rounded(shapleyShubik, 4)).toEqual([
      0.1786, 0.1786, 0.1786, 0.1786, 0.081, 0.081, 0.0571, 0.0571, 0.0095,
    ]);
  });

  // Felsenthal, Machover 1998, ch. 5; Widgrén 1994, "Voting power in the EC and the consequences of two different
  // enlargements".
  it('EU Council of Ministers 1995, fifteen members', () => {
    const { banzhaf, shapleyShubik } = exact(
      votes(62, 87),
      voters(10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2),
    );
    expect(rounded([...new Set(banzhaf)], 4)).toEqual([0.1116, 0.0924, 0.0587, 0.0479, 0.0359, 0.0226]);
    expect(rounded([...new Set(shapleyShubik)], 4)).toEqual([0.1167, 0.0955, 0.0552, 0.0454, 0.0353, 0.0207]);
  });

  // Shapley, Shubik 1954, "A method for evaluating the distribution of power in a committee system": 76/77 of the
  // power with the five permanent members.
  it('UN Security Council before 1965, eleven members', () => {
    const { shapleyShubik } = exact(council(7), voters(...new Array<number>(11).fill(0)));
    expect(shapleyShubik).toEqual([
      ...new Array<number>(5).fill(76 / 385),
      ...new Array<number>(6).fill(1 / 462),
    ]);
  });

  // Straffin 1993, Game Theory and Strategy, ch. 26; Taylor, Pacelli 2008, Mathematics and Politics, ch. 3:
  // 421/2145 ≈ 0.1963 and 4/2145 ≈ 0.001865; 848 and 84 swings.
  it('UN Security Council since 1965, fifteen members', () => {
    const { swings, shapleyShubik } = exact(council(9), voters(...new Array<number>(15).fill(0)));
    expect(shapleyShubik).toEqual([
      ...new Array<number>(5).fill(421 / 2145),
      ...new Array<number>(10).fill(4 / 2145),
    ]);
    expect(swings).toEqual([...new Array<number>(5).fill(848), ...new Array<number>(10).fill(84)]);
  });

  // Banzhaf 1965, "Weighted voting doesn't work: a mathematical analysis", on the board of 1964.
  it('Nassau County Board of Supervisors 1964: three have all the power', () => {
    const { banzhaf, shapleyShubik } = exact(votes(58, 115), voters(31, 31, 28, 21, 2, 2));
    expect(banzhaf).toEqual([1 / 3, 1 / 3, 1 / 3, 0, 0, 0]);
    expect(shapleyShubik).toEqual(banzhaf);
  });

  // Miller 1973, "A Shapley value analysis of the proposed Canadian constitutional amendment scheme"; Straffin
  // 1993, ch. 26 (the Victoria Charter of 1971, in per cent: 31.55, 12.50, 4.17, 2.98 and 21.78, 16.34, 5.45, 5.94).
  it('Canadian constitutional amendment, Victoria Charter', () => {
    const [vetoer, british, prairie, atlantic] = [
      [0, 0],
      [0, 2],
      [0, 1],
      [1, 0],
    ];
    const provinces = [
      vetoer,
      vetoer,
      british,
      prairie,
      prairie,
      prairie,
      atlantic,
      atlantic,
      atlantic,
      atlantic,
    ];
    const charter: Rule = {
      kind: 'allOf',
      nodes: [
        { kind: 'includes', stakeholders: [0, 1] },
        { kind: 'quota', dimension: 0, share: { a: 2, b: 4 }, strict: false },
        { kind: 'quota', dimension: 1, share: { a: 3, b: 5 }, strict: false },
      ],
    };
    const { banzhaf, shapleyShubik } = exact(
      charter,
      provinces.map((weights = [], i) => ({ id: `province-${i}`, weights })),
    );
    expect(rounded(shapleyShubik, 4)).toEqual([
      0.3155, 0.3155, 0.125, 0.0417, 0.0417, 0.0417, 0.0298, 0.0298, 0.0298, 0.0298,
    ]);
    expect(rounded(banzhaf, 4)).toEqual([
      0.2178, 0.2178, 0.1634, 0.0545, 0.0545, 0.0545, 0.0594, 0.0594, 0.0594, 0.0594,
    ]);
  });

  // Shapley, Shubik 1954 and every textbook since: with two votes one has as much power as with forty-nine.
  it('[51; 49, 49, 2]', () => {
    expect(exact(votes(51, 100), voters(49, 49, 2)).banzhaf).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

/** Five permanent members with a veto, and so many votes in all. */
function council(atLeast: number): Rule {
  return {
    kind: 'allOf',
    nodes: [
      { kind: 'includes', stakeholders: [0, 1, 2, 3, 4] },
      { kind: 'count', atLeast },
    ],
  };
}
