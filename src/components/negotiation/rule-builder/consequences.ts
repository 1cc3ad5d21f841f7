import { minimalCoalitions } from '@/core/minimal/minimal-coalitions';
import { properness } from '@/core/proper';
import type { RuleNode } from '@/negotiation/file/model';
import { gameOf } from './threshold';
import type { RuleSubjects } from './tree';

/** What an adequacy rule comes to, by ids: plain JSON, as a worker sends it. */
export interface Consequences {
  /** The smallest minimal adequate coalitions; `listedWhole`: the search for them did not stop early. */
  readonly listed: readonly (readonly string[])[];
  readonly listedWhole: boolean;
  /** How many minimal ones there are; not `exact`: more than so many. */
  readonly count: bigint;
  readonly exact: boolean;
  readonly vetoes: readonly string[];
  readonly dummies: readonly string[];
  readonly undecided: readonly string[];
  readonly proper:
    | { readonly kind: 'proper' }
    | { readonly kind: 'not-shown' }
    | {
        readonly kind: 'improper';
        readonly coalitions: readonly [readonly string[], readonly string[]] | null;
      };
}

/** Computes them for a checked rule. Bounded in steps: some seconds at most, a fraction of one for tens of stakeholders. */
export function consequencesOf(rule: RuleNode, subjects: RuleSubjects): Consequences {
  const game = gameOf(rule, subjects);
  const minimal = minimalCoalitions(game.rule, game.stakeholders);
  const proper = properness(game);
  const ids = (members: readonly number[]) => members.map((index) => game.stakeholders[index]?.id ?? '');
  return {
    ...minimal,
    listed: minimal.listed.map(ids),
    vetoes: ids(minimal.vetoes),
    dummies: ids(minimal.dummies),
    undecided: ids(minimal.undecided),
    proper:
      proper.kind !== 'improper'
        ? proper
        : {
            kind: 'improper',
            coalitions: proper.coalitions && [ids(proper.coalitions[0]), ids(proper.coalitions[1])],
          },
  };
}
