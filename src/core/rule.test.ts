import { describe, expect, it } from 'vitest';
import { memberSet } from './coalition';
import type { Rule, Stakeholder } from './model';
import { type CompiledRule, compileRule, electorate, satisfies, withNeeds } from './rule';

const people = (...weights: number[]): Stakeholder[] =>
  weights.map((w, i) => ({ id: `s${i}`, weights: [w] }));
const quota = (a: number, b: number, strict = false): Rule => ({
  kind: 'quota',
  dimension: 0,
  share: { a, b },
  strict,
});

/** Whether the members satisfy the rule among stakeholders of these weights. */
function accepts(rule: Rule, weights: number[], members: number[]): boolean {
  const stakeholders = people(...weights);
  return satisfies(compileRule(rule, electorate(stakeholders, 1)), memberSet(stakeholders, 1, members));
}

describe('quotas (§2)', () => {
  it('ask for more than the share, or for at least it', () => {
    expect(accepts(quota(1, 2, true), [1, 1], [0])).toBe(false);
    expect(accepts(quota(1, 2), [1, 1], [0])).toBe(true);
    expect(accepts(quota(1, 2, true), [1, 1, 1], [0, 2])).toBe(true);
    expect(accepts(quota(65, 100), [64, 1, 35], [0])).toBe(false);
    expect(accepts(quota(65, 100), [64, 1, 35], [0, 1])).toBe(true);
  });

  it('are exact where doubles are not', () => {
    const stakeholders = Array.from({ length: 1_000_000 }, () => ({ id: 's', weights: [999_999_999] }));
    const compiled = compileRule(quota(999_999_998, 999_999_999, true), electorate(stakeholders, 1));
    // 999,999,998/999,999,999 of 999,999,999 · 10⁶, and one unit more.
    expect(compiled).toEqual({ kind: 'weight', dimension: 0, threshold: 999_999_998 * 1_000_000 + 1 });
  });

  it('of one third of a total that three does not divide round up', () => {
    const threshold = (rule: Rule) => compileRule(rule, electorate(people(5, 5), 1));
    expect(threshold(quota(1, 3))).toMatchObject({ threshold: 4 });
    expect(threshold(quota(1, 3, true))).toMatchObject({ threshold: 4 });
    expect(threshold(quota(0, 3))).toMatchObject({ threshold: 0 });
    expect(threshold(quota(3, 3, true))).toMatchObject({ threshold: 11 });
  });

  it('count the weight of stakeholders that nobody heard of too', () => {
    expect(accepts(quota(1, 2, true), [3, 2, 100], [0, 1])).toBe(false);
  });
});

describe('members (§2)', () => {
  const of = (rule: Rule, size: number) => accepts(rule, [0, 0, 0, 0, 0], [0, 1, 2, 3, 4].slice(0, size));

  it.each<[string, Rule, number]>([
    ['at least 55/100 of five', { kind: 'members', share: { a: 55, b: 100 }, strict: false }, 3],
    ['more than 2/5 of five', { kind: 'members', share: { a: 2, b: 5 }, strict: true }, 3],
    ['at least 2/5 of five', { kind: 'members', share: { a: 2, b: 5 }, strict: false }, 2],
    ['at least four', { kind: 'count', atLeast: 4 }, 4],
    ['all but three', { kind: 'allBut', allBut: 3 }, 2],
    ['all but none', { kind: 'allBut', allBut: 0 }, 5],
  ])('%s', (_, rule, least) => {
    expect(of(rule, least - 1)).toBe(false);
    expect(of(rule, least)).toBe(true);
  });
});

it('asks for every one that is included', () => {
  const rule: Rule = { kind: 'includes', stakeholders: [0, 2] };
  expect(accepts(rule, [0, 9, 0], [0, 1])).toBe(false);
  expect(accepts(rule, [0, 9, 0], [0, 2])).toBe(true);
});

it('combines nodes by all and by any', () => {
  const [us, half]: Rule[] = [{ kind: 'includes', stakeholders: [0] }, quota(1, 2)];
  const all: Rule = { kind: 'allOf', nodes: [us!, half!] };
  const any: Rule = { kind: 'anyOf', nodes: [us!, half!] };
  expect(accepts(all, [1, 9], [1])).toBe(false);
  expect(accepts(any, [1, 9], [1])).toBe(true);
  expect(accepts(all, [5, 5], [0])).toBe(true);
  expect(accepts(any, [1, 5, 9], [1])).toBe(false);
});

it('asks for the needs of a profile on top of the rule', () => {
  const stakeholders = people(1, 9);
  const among = electorate(stakeholders, 1);
  const rule: CompiledRule = compileRule(quota(1, 2), among);
  const needing = withNeeds(rule, { kind: 'includes', stakeholders: [0] }, among);
  const heavy = memberSet(stakeholders, 1, [1]);
  expect([satisfies(rule, heavy), satisfies(needing, heavy)]).toEqual([true, false]);
  expect(withNeeds(rule, null, among)).toBe(rule);
});
