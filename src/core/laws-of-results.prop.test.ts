import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import {
  type AggregationResult,
  BASES,
  type Negotiation,
  type ProfileResult,
  STANCES,
  type Stance,
  VERDICTS,
} from './model';
import { negotiations } from './testing/arbitrary-negotiation';
import { toNegotiation } from './testing/load-example';
import { REPRODUCE, runs } from './testing/property-runs';
import { pair, rankOf, toNumber } from './testing/read-result';

const NEXT = [
  ['necessary', 'expected'],
  ['expected', 'possible'],
] as const;

/** No bound on time is asserted: this only keeps a busy machine from failing a test. */
const SLOWLY = { timeout: 300_000 };

/** Asserts a law of results over random negotiations on either basis. */
function everywhere(law: (result: AggregationResult, negotiation: Negotiation) => void): void {
  fc.assert(
    fc.property(negotiations(), fc.constantFrom(...BASES), (negotiation, basis) => {
      law(aggregate(negotiation, { basis }), negotiation);
    }),
    runs(300),
  );
}

function rivals(result: AggregationResult, { profiles }: Negotiation): readonly ProfileResult[] {
  return result.profiles.filter((_, x) => profiles[x]?.adoptable === true && profiles[x].isDefault === false);
}

describe(`each stance implies the next (§3; ${REPRODUCE})`, SLOWLY, () => {
  it('for who prefers what, and for what their coalition can do', () => {
    everywhere((result) => {
      for (const [s, t] of NEXT) {
        for (const [k, row] of result.pairs[s].entries()) {
          const next = result.pairs[t][k];
          expect(row.members).toBeLessThanOrEqual(next?.members ?? -1);
          if (row.adequate) expect(next?.adequate).toBe(true);
        }
        for (const { coalition, worseOff } of result.profiles) {
          for (const lists of [coalition, worseOff]) {
            if (lists === null) continue;
            expect(lists[t]).toEqual(expect.arrayContaining([lists[s]].flat()));
          }
        }
      }
    });
  });

  it('for efficiency, weak efficiency, the core, unanimity and what dominates', () => {
    everywhere((result) => {
      for (const profile of result.profiles) {
        for (const [s, t] of NEXT) {
          for (const concept of ['efficient', 'weaklyEfficient', 'core', 'unanimous'] as const) {
            if (profile[concept]?.[s] === true) expect(profile[concept][t]).toBe(true);
          }
          expect(profile.dominatedBy[t]).toEqual(expect.arrayContaining([...profile.dominatedBy[s]]));
        }
      }
    });
  });

  it('for every concept of stability; and temptations go the other way', () => {
    everywhere((result) => {
      for (const { stability } of result.profiles) {
        for (const [s, t] of NEXT) {
          for (const concept of ['nash', 'gmr', 'smr', 'seq'] as const) {
            if (stability[s][concept] === true) expect(stability[t][concept]).toBe(true);
          }
          expect(stability[s].temptations).toEqual(expect.arrayContaining([stability[t].temptations].flat()));
        }
      }
    });
  });
});

describe(`verdicts (§4; ${REPRODUCE})`, SLOWLY, () => {
  it('are the first stance whose coalition is adequate, and whose critical gain is positive', () => {
    everywhere((result) => {
      const d = result.profiles.find(({ verdict }) => verdict === 'default')?.id ?? '';
      for (const profile of result.profiles) {
        if (profile.verdict === 'default') continue;
        const accepted = STANCES.map((stance) => pair(result, stance, profile.id, d).adequate);
        const positive = STANCES.map((stance) => toNumber(profile.criticalGain?.[stance] ?? null) > 0);
        expect(positive).toEqual(accepted);
        expect(rankOf(profile)).toBe(accepted.includes(true) ? accepted.indexOf(true) : 3);
        expect(profile.gap?.necessary === null).toBe(accepted[0]);
        expect(profile.gap?.expected === null).toBe(accepted[1]);
        if (profile.recommended && result.basis === 'informed') expect(profile.verdict).toBe('clears');
      }
    });
  });

  it('say when the default is in the core', () => {
    everywhere((result, negotiation) => {
      const d = result.profiles.find(({ verdict }) => verdict === 'default');
      const best = Math.min(3, ...rivals(result, negotiation).map(rankOf));
      expect(d?.core).toEqual({ possible: best > 0, expected: best > 1, necessary: best > 2 });
    });
  });
});

describe(`Pareto dominance and the core (§4; ${REPRODUCE})`, SLOWLY, () => {
  it('C^necessary(x, y) and those who weakly, possibly prefer y to x are complements', () => {
    everywhere((result, { profiles }) => {
      for (const [x, under] of profiles.entries()) {
        for (const [y, over] of profiles.entries()) {
          if (x === y || !over.adoptable) continue;
          const against = (stance: Stance): number => pair(result, stance, under.id, over.id).members;
          const inFavour = (stance: Stance): number => pair(result, stance, over.id, under.id).members;
          const dominatedBy = result.profiles[x]?.dominatedBy;
          expect(dominatedBy?.possible.includes(over.id)).toBe(
            against('necessary') === 0 && inFavour('possible') > 0,
          );
          expect(dominatedBy?.necessary.includes(over.id)).toBe(
            against('possible') === 0 && inFavour('necessary') > 0,
          );
        }
      }
    });
  });

  it('dominance is transitive under necessary and never cycles under expected', () => {
    everywhere((result) => {
      const dominators = (stance: Stance, id: string): readonly string[] =>
        result.profiles.find((each) => each.id === id)?.dominatedBy[stance] ?? [];
      for (const { id, dominatedBy } of result.profiles) {
        for (const y of dominatedBy.necessary) {
          expect(dominatedBy.necessary).toEqual(expect.arrayContaining([...dominators('necessary', y)]));
        }
        const above = new Set<string>();
        const pending = [...dominatedBy.expected];
        for (let y = pending.pop(); y !== undefined; y = pending.pop()) {
          if (!above.has(y)) pending.push(...dominators('expected', y));
          above.add(y);
        }
        expect([...above]).not.toContain(id);
      }
    });
  });

  it('efficient is weakly efficient, and efficient when its dual has no dominator', () => {
    const duals = { necessary: 'possible', expected: 'expected', possible: 'necessary' } as const;
    everywhere((result) => {
      for (const { efficient, weaklyEfficient, dominatedBy } of result.profiles) {
        for (const stance of STANCES) {
          expect(efficient[stance]).toBe(dominatedBy[duals[stance]].length === 0);
          if (efficient[stance]) expect(weaklyEfficient[stance]).toBe(true);
        }
      }
    });
  });

  /**
   * Under `expected` this holds where no adoptable profile has needs: those who were heard can be adequate (§4)
   * and yet not meet the needs of what dominates.
   */
  it('what is in the core is weakly efficient', () => {
    everywhere((result, { profiles }) => {
      const needless = profiles.every(({ adoptable, needs }) => !adoptable || needs === null);
      for (const { core, weaklyEfficient } of result.profiles) {
        for (const stance of STANCES) {
          if (core[stance] && (stance !== 'expected' || needless)) expect(weaklyEfficient[stance]).toBe(true);
        }
      }
    });
  });
});

it('in the core and yet not weakly efficient, under expected: who was heard does not meet the needs', () => {
  const { profiles } = aggregate(
    toNegotiation({
      rule: { members: { atLeast: 1 } },
      stakeholders: [{ id: 'heard' }, { id: 'silent' }],
      profiles: [
        { id: 'today', default: true },
        { id: 'deal', needs: { includes: ['silent'] } },
      ],
      ballots: [{ stakeholder: 'heard', at: '2026-01-01T10:00:00.000Z', scores: { today: 40, deal: 60 } }],
    }),
    { basis: 'stated' },
  );
  expect(profiles[0]).toMatchObject({ core: { expected: true }, weaklyEfficient: { expected: false } });
});

describe(`stability (§6; ${REPRODUCE})`, SLOWLY, () => {
  it('nash implies smr and seq, each of which implies gmr; nash is to have no temptation', () => {
    everywhere((result) => {
      for (const { stability } of result.profiles) {
        for (const stance of STANCES) {
          const { nash, gmr, smr, seq, temptations } = stability[stance];
          expect([nash, gmr, smr, seq].filter((each) => each === null).length % 4).toBe(0);
          if (nash !== null) expect(nash).toBe([temptations].flat().length === 0);
          if (nash === true) expect([smr, seq]).toEqual([true, true]);
          if (smr === true || seq === true) expect(gmr).toBe(true);
        }
      }
    });
  });
});

describe(`gap, critical members, resilience, leverage (§4, §7; ${REPRODUCE})`, SLOWLY, () => {
  it('hang together', () => {
    everywhere((result) => {
      for (const profile of result.profiles) {
        for (const stance of ['necessary', 'expected'] as const) {
          const gap = profile.gap?.[stance];
          if (gap === null || gap === undefined) continue;
          const { leastShift, fewestJoiners } = gap;
          expect(leastShift === null).toBe(fewestJoiners === null);
          if (leastShift === null || fewestJoiners === null) continue;
          expect(leastShift.count).toBeGreaterThanOrEqual(fewestJoiners.count);
          expect(toNumber(leastShift.shift)).toBeLessThanOrEqual(toNumber(fewestJoiners.shift) + 1e-9);
        }
        for (const stance of STANCES) {
          const members = profile.criticalMembers?.[stance];
          if (members === null || members === undefined) continue;
          expect(profile.resilience?.[stance] === 1).toBe([members].flat().length > 0);
        }
      }
    });
  });

  it('what is firmly pivotal is pivotal, and pivotal is what the two verdicts say', () => {
    everywhere((result) => {
      for (const { verdict, without, pivotal, firm } of result.leverage.flatMap((row) => row.profiles)) {
        for (const [k, stance] of STANCES.entries()) {
          expect(pivotal[stance]).toBe(VERDICTS.indexOf(verdict) <= k && VERDICTS.indexOf(without) > k);
          if (firm[stance]) expect(pivotal[stance]).toBe(true);
        }
      }
    });
  });
});
