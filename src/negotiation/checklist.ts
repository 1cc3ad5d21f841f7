import type { Fault } from './file/model';
import { faultsOfWhole } from './rules/whole';
import { type NegotiationState, own } from './state';

/** The parts of a set-up, in the order in which they are filled in. */
export const SET_UP_PARTS = [
  'question',
  'mode',
  'stakeholders',
  'rule',
  'criteria',
  'guarantees',
  'profiles',
  'moves',
  'briefings',
] as const;
export type SetUpPart = (typeof SET_UP_PARTS)[number];

/** One thing that keeps round 1 from opening, and where it is put right. */
export interface MissingPart {
  readonly part: SetUpPart;
  readonly fault: Fault;
}

const PART_OF: Readonly<Record<string, SetUpPart>> = {
  stakeholders: 'stakeholders',
  dimensions: 'stakeholders',
  rule: 'rule',
  criteria: 'criteria',
  guarantees: 'guarantees',
  threats: 'guarantees',
  profiles: 'profiles',
  moves: 'moves',
  briefings: 'briefings',
};

/**
 * What is missing before round 1 can open (product.md §2): exactly what `round.opened` would be refused for, sorted by
 * the part of the set-up that it belongs to.
 */
export function missingParts(state: NegotiationState): readonly MissingPart[] {
  return faultsOfWhole(state)
    .map((fault) => ({ part: partOf(fault.path), fault }))
    .sort((a, b) => SET_UP_PARTS.indexOf(a.part) - SET_UP_PARTS.indexOf(b.part));
}

/** Where in the set-up a fault of the negotiation file is put right. */
export function partOf(path: string): SetUpPart {
  const list = /^[a-z]+/i.exec(path)?.[0] ?? '';
  return own(PART_OF, list) ?? 'question';
}
