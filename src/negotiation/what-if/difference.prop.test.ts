import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ProfileResult, STANCES } from '@/core/model';
import { runs } from '@/core/testing/property-runs';
import type { Message } from '../explain/message';
import { fileOf } from '../testing/file-of';
import { hundredths, ids, inside, stanceIn, text } from '../testing/reading';
import { scenes } from '../testing/scenarios';
import { apply } from './apply';
import { differences } from './difference';
import { standingOfSandbox } from './standing-of-sandbox';
import { startOf } from './start';

it('says truly, and wholly, what is another and what is not', () => {
  const told = new Map<string, number>();
  fc.assert(
    fc.property(scenes, ({ negotiation: drawn, changes }) => {
      const file = fileOf(drawn);
      const [start, informed] = [startOf(file, 'stated'), startOf(file, 'informed')];
      const applied = apply(start, changes, informed);
      if (!applied.ok) return;
      const before = { file: start, result: standingOfSandbox({ file: start, informed, failed: null }) };
      const after = { file: applied.sandbox.file, result: standingOfSandbox(applied.sandbox) };
      const said = differences(before, after);
      for (const { key } of said) told.set(key, (told.get(key) ?? 0) + 1);
      for (const own of after.result.profiles) {
        const old = before.result.profiles.find(({ id }) => id === own.id);
        if (old === undefined) throw new Error('no such profile before');
        const about = said.filter((each) => text(each, 'profile') === `Title of ${own.id}`);
        check(old, own, about);
      }
    }),
    runs(250),
  );
  const all = ['verdict', 'joined', 'left', 'criticalGain', 'threats', 'ratified', 'ratifiedNoMore'];
  const recommended = ['recommended', 'recommendedNoMore'];
  expect([...told.keys()].sort()).toEqual([...all, ...recommended].map((key) => `difference.${key}`).sort());
});

/** Each sentence that is due is there once, and no other. */
function check(old: ProfileResult, own: ProfileResult, said: readonly Message[]): void {
  const one = (key: string, due: boolean) => {
    const found = said.filter((each) => each.key === `difference.${key}`);
    expect(found).toHaveLength(due ? 1 : 0);
    return found[0] ?? null;
  };
  if (own.verdict === 'default') {
    expect(said).toEqual([]);
    return;
  }
  const verdict = one('verdict', old.verdict !== own.verdict);
  if (verdict !== null) {
    expect(inside(verdict, 'from').key).toBe(`verdictName.${old.verdict}`);
    expect(inside(verdict, 'to').key).toBe(`verdictName.${own.verdict}`);
  }
  const threats = one('threats', old.threats !== own.threats);
  if (threats !== null) {
    expect(inside(threats, 'from').key).toBe(`threatName.${old.threats}`);
    expect(inside(threats, 'to').key).toBe(`threatName.${own.threats}`);
  }
  one('ratified', own.ratified && !old.ratified);
  one('ratifiedNoMore', !own.ratified && old.ratified);
  one('recommended', own.recommended && !old.recommended);
  one('recommendedNoMore', !own.recommended && old.recommended);
  checkCoalitions(old, own, one);
  const [from, to] = [exact(old), exact(own)];
  const shown = from !== null && to !== null && Math.abs(from - to) >= 0.01;
  const gain = said.find(({ key }) => key === 'difference.criticalGain') ?? null;
  if (shown) expect(gain).not.toBeNull();
  if (gain !== null) {
    expect(Math.abs(hundredths(text(gain, 'from')).value / 100 - (from ?? 1000))).toBeLessThanOrEqual(0.0051);
    expect(Math.abs(hundredths(text(gain, 'to')).value / 100 - (to ?? 1000))).toBeLessThanOrEqual(0.0051);
  }
}

/** Under the first stance in which somebody joins or leaves. */
function checkCoalitions(
  old: ProfileResult,
  own: ProfileResult,
  one: (key: string, due: boolean) => Message | null,
): void {
  const turned = STANCES.map((stance) => {
    const [then, now] = [old.coalition?.[stance], own.coalition?.[stance]];
    if (typeof then !== 'object' || typeof now !== 'object') throw new Error('no lists');
    return {
      stance,
      joined: now.filter((id) => !then.includes(id)),
      left: then.filter((id) => !now.includes(id)),
    };
  }).find(({ joined, left }) => joined.length + left.length > 0);
  for (const side of ['joined', 'left'] as const) {
    const who = turned?.[side] ?? [];
    const sentence = one(side, who.length > 0);
    if (sentence === null) continue;
    expect(stanceIn(sentence)).toBe(turned?.stance);
    // Whoever is brought in has a name of its own.
    if (!who.some((id) => id.startsWith('new-'))) expect(ids(sentence, 'names')).toEqual(who);
  }
}

function exact({ criticalGain }: ProfileResult): number | null {
  const points = criticalGain?.necessary ?? null;
  if (points === null) return null;
  const [top = 0, bottom = 1] = points.split('/').map(Number);
  return top / bottom;
}
