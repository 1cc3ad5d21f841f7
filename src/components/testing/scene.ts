import * as fc from 'fast-check';
import { aggregate } from '@/core/aggregate';
import { BASES, STANCES, type Stance } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { type Coalition, membersOf } from '@/core/testing/oracle-coalitions';
import { at, type Standing, standingOn } from '@/core/testing/oracle-standing';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { StandingDetail } from '@/negotiation/standing-detail';
import { fileOf } from '@/negotiation/testing/file-of';
import { type Asked, askedOf } from '../negotiation/results/asked';
import type { PairsProps } from '../negotiation/results/pairs/pairs';
import { type ReadTable, tablesIn } from './rendered';

/** A negotiation with its standing, as the page gets it and by the slow twin, and what the page is asked to show. */
export interface Scene {
  readonly file: NegotiationFile;
  readonly standing: Standing;
  readonly stance: Stance;
  /** Two different profiles, by index. */
  readonly x: number;
  readonly y: number;
  readonly props: Omit<PairsProps, 'asked' | 'detail'> & { readonly detail: StandingDetail };
  asked(more: Readonly<Record<string, string>>): Asked;
}

export const scenes: fc.Arbitrary<Scene> = fc
  .record({
    drawn: negotiations(),
    basis: fc.constantFrom(...BASES),
    stance: fc.constantFrom(...STANCES),
    first: fc.nat(),
    second: fc.nat(),
  })
  .map(({ drawn, basis, stance, first, second }) => {
    const file = fileOf(drawn);
    const negotiation = toNegotiation(file);
    const result = aggregate(negotiation, { basis });
    const m = negotiation.profiles.length;
    const x = first % m;
    const y = (x + 1 + (second % (m - 1))) % m;
    return {
      file,
      standing: standingOn(negotiation, basis),
      stance,
      x,
      y,
      props: {
        result,
        frame: file,
        detail: new StandingDetail(file, basis),
        negotiation: 'n',
        position: 1,
        path: '/n/n/results',
      },
      asked: (more) => askedOf({ basis, stance, ...more }),
    };
  });

/** Ids of a profile and of members, and a profile's title as `fileOf` has it. */
export const idOf = ({ negotiation }: Standing, x: number) => at(negotiation.profiles, x).id;
export const titleOf = (standing: Standing, x: number) => `Title of ${idOf(standing, x)}`;
export const idsOf = ({ negotiation }: Standing, coalition: Coalition) =>
  membersOf(coalition).map((i) => at(negotiation.stakeholders, i).id);

export function setOf(members: readonly number[]): Coalition {
  return members.reduce((set, i) => set | (1 << i), 0);
}

export function table(html: string, k = 0): ReadTable {
  return at(tablesIn(html), k);
}
