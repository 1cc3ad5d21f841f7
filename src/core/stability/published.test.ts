import { describe, expect, it } from 'vitest';
import type { Negotiation } from '../model';
import { type Prefers, type StabilityVerdict, stability } from '../stability';

type Conflict = Pick<Negotiation, 'stakeholders' | 'profiles' | 'moves'>;

/** A conflict whose states are given by their strategies, or whose moves are listed. */
function conflict(
  stakeholders: number,
  states: number,
  strategies: (state: number) => readonly string[],
  moves: Conflict['moves'] = null,
): Conflict {
  return {
    stakeholders: Array.from({ length: stakeholders }, (_, i) => ({ id: `s${i}`, weights: [] })),
    profiles: Array.from({ length: states }, (_, x) => ({
      id: `x${x}`,
      isDefault: x === 0,
      adoptable: true,
      relies: [],
      needs: null,
      strategies: new Map(strategies(x).entries()),
    })),
    moves,
  };
}

/** Certain preferences: each stakeholder's states from the best to the worst. */
function ranking(...best: readonly (readonly number[])[]): Prefers {
  const place = (i: number, x: number): number => best[i]?.indexOf(x) ?? -1;
  return {
    strictly: (i, x, y) => place(i, x) < place(i, y),
    weakly: (i, x, y) => place(i, x) <= place(i, y),
  };
}

/** The states that are stable under each concept; certain preferences are the same under every stance. */
function equilibria(game: Conflict, prefers: Prefers) {
  const verdicts = stability(game, prefers);
  for (const row of verdicts) {
    expect(row.necessary).toEqual(row.expected);
    expect(row.possible).toEqual(row.expected);
  }
  const stable = (concept: 'nash' | 'gmr' | 'smr' | 'seq'): number[] =>
    verdicts.flatMap(({ expected }: { expected: StabilityVerdict }, x) => (expected[concept] ? [x] : []));
  return { nash: stable('nash'), gmr: stable('gmr'), smr: stable('smr'), seq: stable('seq') };
}

/** States 0 CC, 1 CD, 2 DC, 3 DD: row cooperates or defects, then column. */
const twoByTwo = conflict(2, 4, (x) => [
  x < 2 ? 'cooperate' : 'defect',
  x % 2 === 0 ? 'cooperate' : 'defect',
]);

describe('conflicts with published equilibria', () => {
  // Fang, Hipel, Kilgour 1993, Interactive Decision Making: The Graph Model for Conflict Resolution, ch. 3;
  // Madani 2010, "Game theory and water resources", J. Hydrology 381, §3: cooperation is stable but not Nash.
  it("Prisoner's Dilemma", () => {
    expect(equilibria(twoByTwo, ranking([2, 0, 3, 1], [1, 0, 3, 2]))).toEqual({
      nash: [3],
      gmr: [0, 3],
      smr: [0, 3],
      seq: [0, 3],
    });
  });

  // The same sources: swerving together is metarational, but the threat to collide is not credible.
  it('Chicken', () => {
    expect(equilibria(twoByTwo, ranking([2, 0, 1, 3], [1, 0, 2, 3]))).toEqual({
      nash: [1, 2],
      gmr: [0, 1, 2],
      smr: [0, 1, 2],
      seq: [1, 2],
    });
  });

  // Madani 2010, §3: both hunting the stag and both hunting hares are Nash.
  it('Stag Hunt', () => {
    expect(equilibria(twoByTwo, ranking([0, 2, 3, 1], [0, 1, 3, 2]))).toEqual({
      nash: [0, 3],
      gmr: [0, 3],
      smr: [0, 3],
      seq: [0, 3],
    });
  });

  // Fraser, Hipel 1984, Conflict Analysis: Models and Resolutions, ch. 1. The USA strike from the air (1), blockade
  // (2), both (3) or neither; the USSR withdraw (+4), escalate (+8) or neither. Equilibria: 4 and 6, withdrawal
  // without and with a blockade; history took the latter.
  it('Cuban missile crisis', () => {
    const crisis = conflict(2, 12, (x) => [`USA ${x % 4}`, `USSR ${Math.floor(x / 4)}`]);
    const prefers = ranking([4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8], [0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8]);
    const { nash, seq } = equilibria(crisis, prefers);
    expect(nash).toEqual([]);
    expect(seq).toEqual([4, 6]);
  });

  // Hipel, Fang, Kilgour, Peng 1993 and Xu, Hipel, Kilgour, Fang 2018, Conflict Resolution Using the Graph Model,
  // ch. 4 (the Elmira conflict): the ministry modifies its order, Uniroyal accepts or abandons its plant, none of
  // which can be taken back, and the local government insists or not. States 5, 8 and 9 are stable under all four
  // concepts, 1 and 4 under gmr and smr.
  it('Elmira: three decision-makers and moves that cannot be taken back', () => {
    const [ministry, uniroyal, local] = [0, 1, 2];
    const by = (stakeholder: number, ...pairs: readonly (readonly [number, number])[]) =>
      pairs.map(([from, to]) => ({ stakeholder, from: from - 1, to: to - 1 }));
    const moves = [
      ...by(ministry, [1, 2], [3, 4], [5, 6], [7, 8]),
      ...by(uniroyal, [1, 3], [2, 4], [5, 7], [6, 8]),
      ...by(uniroyal, [1, 9], [2, 9], [3, 9], [4, 9], [5, 9], [6, 9], [7, 9], [8, 9]),
      ...by(local, [1, 5], [5, 1], [2, 6], [6, 2], [3, 7], [7, 3], [4, 8], [8, 4]),
    ];
    const rank = (...states: readonly number[]): number[] => states.map((x) => x - 1);
    const prefers = ranking(
      rank(7, 3, 4, 8, 5, 1, 2, 6, 9),
      rank(1, 4, 8, 5, 9, 3, 7, 2, 6),
      rank(7, 3, 5, 1, 8, 6, 4, 2, 9),
    );
    const found = equilibria(
      conflict(3, 9, () => [], moves),
      prefers,
    );
    expect(found).toEqual({
      nash: rank(5, 8, 9),
      gmr: rank(1, 4, 5, 8, 9),
      smr: rank(1, 4, 5, 8, 9),
      seq: rank(5, 8, 9),
    });
  });
});
