import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANCES } from '@/core/model';
import { Preferences } from '@/core/preferences';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { compare, fraction, sum } from '@/core/testing/oracle-fraction';
import { standingOn } from '@/core/testing/oracle-standing';
import { runs } from '@/core/testing/property-runs';
import { fractionOf } from '@/negotiation/explain/exact-text';
import type { StakeholderKind } from '@/negotiation/file/model';
import { StandingDetail } from '@/negotiation/standing-detail';
import { fileOf } from '@/negotiation/testing/file-of';
import { agreements, domainOf, drawn } from './agreement';
import { blocOf, kindBlocs, usualBlocs } from './blocs';

const exact = (points: string) => {
  const { numerator, denominator } = fractionOf(points);
  return fraction(numerator, denominator);
};

it('holds the profiles that every member of both blocs prefers to the default, with the aids of their least gains', () => {
  let some = 0;
  fc.assert(
    fc.property(negotiations(), fc.constantFrom(...STANCES), fc.nat(), (negotiation, stance, cut) => {
      const ids = negotiation.stakeholders.map(({ id }) => id);
      const at = cut % ids.length;
      const [first, second] = [ids.slice(0, at + 1), ids.slice(at)];
      const range = agreements(
        new StandingDetail(fileOf(negotiation), 'stated').blocGains(first, second),
        stance,
      );
      const preferences = new Preferences(negotiation, 'stated');
      const { d } = standingOn(negotiation, 'stated');
      const expected = negotiation.profiles.flatMap(({ id, adoptable }, x) =>
        adoptable && x !== d && preferences.coalition(x, d, stance).length === ids.length ? [id] : [],
      );
      expect(range.map(({ profile }) => profile)).toEqual(expected);
      if (range.length > 1) some++;
      const least = (members: readonly string[], x: number) =>
        members
          .map((id) => exact(preferences.gain(ids.indexOf(id), x, stance) ?? '0'))
          .reduce((a, b) => (compare(a, b) <= 0 ? a : b));
      for (const { profile, at: shown, product, sum: total, aids } of range) {
        const x = negotiation.profiles.findIndex(({ id }) => id === profile);
        const [a, b] = [least(first, x), least(second, x)];
        expect(shown.map(exact)).toEqual([a, b]);
        expect(compare(exact(total), sum([a, b]))).toBe(0);
        expect(compare(exact(product), fraction(a.top * b.top, a.bottom * b.bottom))).toBe(0);
        for (const other of range) {
          const [c, e] = [exact(other.at[0]), exact(other.at[1])];
          const lesser = (p: typeof a, q: typeof a) => (compare(p, q) <= 0 ? p : q);
          if (aids.includes('nash')) {
            expect(compare(exact(product), exact(other.product))).toBeGreaterThanOrEqual(0);
          }
          if (aids.includes('utilitarian')) {
            expect(compare(exact(total), exact(other.sum))).toBeGreaterThanOrEqual(0);
          }
          if (aids.includes('egalitarian')) {
            expect(compare(lesser(a, b), lesser(c, e))).toBeGreaterThanOrEqual(0);
          }
        }
        const [from, to] = domainOf(range);
        for (const points of shown) {
          expect(drawn(points)).toBeGreaterThanOrEqual(from);
          expect(drawn(points)).toBeLessThanOrEqual(to);
        }
      }
      expect(range.flatMap(({ aids }) => aids)).toHaveLength(range.length === 0 ? 0 : 3);
    }),
    runs(400),
  );
  expect(some).toBeGreaterThan(0);
});

it('compares exactly, and takes the smallest id among equals', () => {
  const gains = (profile: string, first: string, second: string) => ({
    profile,
    first: { necessary: first, expected: first, possible: first },
    second: { necessary: second, expected: second, possible: second },
  });
  const told = (...all: readonly ReturnType<typeof gains>[]) =>
    agreements(all, 'expected').map(({ profile, aids }) => [profile, aids]);
  expect(told(gains('b', '1/3', '3'), gains('a', '1', '1'), gains('c', '0', '9'))).toEqual([
    ['b', ['utilitarian']],
    ['a', ['nash', 'egalitarian']],
  ]);
  // Apart by less than floating point tells.
  expect(
    told(gains('a', '1/3', '1/3'), gains('b', '333333333333333333334/1000000000000000000000', '1/3')),
  ).toEqual([
    ['a', ['egalitarian']],
    ['b', ['nash', 'utilitarian']],
  ]);
});

it('reads blocs as kinds or as members, and begins with the two largest kinds', () => {
  const kinds: readonly StakeholderKind[] = ['lab', 'government', 'government', 'lab', 'government'];
  const people = kinds.map((kind, k) => ({ id: `s${k}`, name: `S${k}`, kind }));
  for (const bloc of kindBlocs(people)) expect(blocOf(bloc.text, people)).toEqual(bloc);
  expect(usualBlocs(people)?.map(({ members }) => members)).toEqual([
    ['s1', 's2', 's4'],
    ['s0', 's3'],
  ]);
  expect(blocOf('s3,nobody,s1', people)?.members).toEqual(['s1', 's3']);
  expect(blocOf('nobody', people)).toBeNull();
  const labs = people.filter(({ kind }) => kind === 'lab');
  expect(usualBlocs(labs)?.map(({ members }) => members)).toEqual([['s0'], ['s3']]);
  expect(usualBlocs(labs.slice(1))).toBeNull();
});
