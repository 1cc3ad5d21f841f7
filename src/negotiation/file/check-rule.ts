import { type Check, type Faults, isObject, wrong } from './check';
import { distinct, number, reference } from './check-scalars';
import { also, list, object, required } from './check-shapes';
import type { RuleNode } from './model';
import { showValue } from './show';

/** What a rule tree may refer to. */
export interface RuleFrame {
  /** Ids of the dimensions. */
  readonly dimensions: { has(id: string): boolean };
  /** Ids of all stakeholders; `size` is n. */
  readonly stakeholders: { has(id: string): boolean; readonly size: number };
}

const MOST_NODES = 64;
const DEEPEST = 8;
const KINDS = ['quota', 'members', 'includes', 'allOf', 'anyOf'] as const;
const MOST_SHARE = 1_000_000_000;
const SHARE = /^(0|[1-9]\d*)\/(0|[1-9]\d*)$/;

/** A fraction string `"a/b"` with 0 ≤ a ≤ b ≤ 10⁹, b > 0 (aggregation.md §2). */
const share: Check<string> = (value, faults) => {
  const match = typeof value === 'string' ? SHARE.exec(value) : null;
  if (typeof value !== 'string' || match === null) return wrong(value, 'a share of the form "1/2"', faults);
  const [a, b] = [Number(match[1]), Number(match[2])];
  if (b === 0) return faults.add(`${showValue(value)} divides by 0`);
  if (b > MOST_SHARE) return faults.add(`${showValue(value)} has a denominator above ${MOST_SHARE}`);
  if (a > b) return faults.add(`${showValue(value)} is above 1`);
  return value;
};

/** A rule tree of aggregation.md §2: at most 64 nodes, at most 8 deep. Adequacy is judged apart (adequacy.ts). */
export function ruleTree(frame: RuleFrame): Check<RuleNode> {
  const n = Math.max(1, frame.stakeholders.size);
  const dimension = required(reference(frame.dimensions, 'dimension'));
  const moreThan = object({ dimension, moreThan: required(share) });
  const atLeast = object({ dimension, atLeast: required(share) });
  const strictMembers = object({ moreThan: required(share) });
  const count = number(1, n, 0);
  const shareOrCount: Check<string | number> = (value, faults) =>
    typeof value === 'string' ? share(value, faults) : count(value, faults);
  const weakMembers = object({ atLeast: required(shareOrCount) });
  const allBut = object({ allBut: required(number(0, n - 1, 0)) });
  const includes = also(
    list(() => reference(frame.stakeholders, 'stakeholder'), { least: 1, of: 'stakeholders' }),
    distinct,
  );

  const quota: Check<RuleNode> = (value, faults) => {
    const bound = oneKey(value, ['moreThan', 'atLeast'], faults);
    if (bound === undefined) return undefined;
    if (bound === 'moreThan') {
      const checked = moreThan(value, faults);
      return checked && { quota: checked };
    }
    const checked = atLeast(value, faults);
    return checked && { quota: checked };
  };
  const members: Check<RuleNode> = (value, faults) => {
    const bound = oneKey(value, ['moreThan', 'atLeast', 'allBut'], faults);
    if (bound === undefined) return undefined;
    if (bound === 'moreThan') {
      const checked = strictMembers(value, faults);
      return checked && { members: checked };
    }
    if (bound === 'atLeast') {
      const checked = weakMembers(value, faults);
      return checked && { members: checked };
    }
    const checked = allBut(value, faults);
    return checked && { members: checked };
  };

  return (value, faults) => {
    let nodes = 0;
    const node =
      (depth: number): Check<RuleNode> =>
      (inner, at) => {
        nodes += 1;
        if (nodes > MOST_NODES)
          return nodes === MOST_NODES + 1 ? at.add(`a node past the ${MOST_NODES} of a rule`) : undefined;
        if (depth > DEEPEST) return at.add(`a node ${depth} deep is above ${DEEPEST}`);
        const kind = oneKey(inner, KINDS, at);
        if (kind === undefined || !isObject(inner)) return undefined;
        if (!onlyKey(inner, kind, at)) return undefined;
        const content = inner[kind];
        switch (kind) {
          case 'quota':
            return at.within(kind, content, quota);
          case 'members':
            return at.within(kind, content, members);
          case 'includes': {
            const checked = at.within(kind, content, includes);
            return checked && { includes: checked };
          }
          case 'allOf': {
            const checked = at.within(kind, content, nodesOf(depth));
            return checked && { allOf: checked };
          }
          case 'anyOf': {
            const checked = at.within(kind, content, nodesOf(depth));
            return checked && { anyOf: checked };
          }
        }
      };
    const nodesOf = (depth: number) => list(() => node(depth + 1), { least: 1, of: 'nodes' });
    return node(1)(value, faults);
  };
}

/** Which one of the keys an object has. */
function oneKey<const K extends string>(value: unknown, keys: readonly K[], faults: Faults): K | undefined {
  if (!isObject(value)) return wrong(value, 'an object', faults);
  const given = keys.filter((key) => Object.hasOwn(value, key));
  if (given.length > 1) return faults.add(`has ${given.join(' and ')}; exactly one is wanted`);
  const only = given[0];
  if (only !== undefined) return only;
  for (const key of Object.keys(value)) {
    if (key !== 'dimension') faults.add('unknown key', key);
  }
  return faults.add(`has none of ${keys.join(', ')}`);
}

function onlyKey(value: object, key: string, faults: Faults): boolean {
  let sound = true;
  for (const twice of faults.givenTwice(value)) sound = faults.add('key given twice', twice) ?? false;
  for (const other of Object.keys(value)) {
    if (other !== key) sound = faults.add('unknown key', other) ?? false;
  }
  return sound;
}
