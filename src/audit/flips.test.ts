import { describe, expect, it } from 'vitest';
import { BASES } from '@/core/model';
import { standingOf } from '@/negotiation/result';
import { faultsOfWhole } from '@/negotiation/rules/whole';
import { diffBundle, moves, placeOf, wordsOf } from './diff';
import { flipsBetween } from './flips';
import { bundleOf, longOpenStage, privateStage, sealedStage, streamed } from './testing/bundles';
import { demoLines, timelineOf } from './testing/bytes';
import type { Timeline } from './timeline';

async function flipped(timeline: Timeline, from: number, to: number) {
  const all = [];
  for await (const each of flipsBetween(timeline, from, to)) if (each.flips.length > 0) all.push(each);
  return all;
}

const HISTORIES = [
  ['demonstration', demoLines],
  ['sealed history', () => bundleOf(sealedStage())],
  ['private history', () => bundleOf(privateStage(), { openings: true })],
  ['history of two rounds', () => bundleOf(longOpenStage())],
] as const;

describe.each(HISTORIES)('what flipped in a %s', (_name, linesOf) => {
  it('is what `parley diff` says, between any two positions, and so is who moved', async () => {
    const lines = linesOf();
    const timeline = await timelineOf(lines);
    const last = timeline.size - 1;
    for (const [from, to] of [
      [0, last],
      [last - 5, last],
      [Math.floor(last / 2), last - 2],
    ] as const) {
      const diff = await diffBundle(streamed(lines), from, to);
      if (diff.kind !== 'diff') throw new Error(diff.kind);
      const ours = await flipped(timeline, from, to);
      expect(ours.map(({ event, flips }) => ({ ...placeOf(event), flips }))).toEqual(diff.flipped);
      const before = wordsOf((await timeline.at(from)).state, timeline.openings);
      const after = wordsOf((await timeline.at(to)).state, timeline.openings);
      expect(moves(before, after)).toEqual(diff.moved);
    }
  });

  it('leads from each event to the verdicts of the whole standing after it', async () => {
    const timeline = await timelineOf(linesOf());
    const held = new Map<string, unknown>();
    for await (const { event, flips } of flipsBetween(timeline, 0, timeline.size - 1)) {
      for (const { basis, profile, from, to } of flips) {
        expect(held.get(`${basis} ${profile}`) ?? null).toBe(from);
        held.set(`${basis} ${profile}`, to);
      }
      const { state } = await timeline.at(event.position);
      if (faultsOfWhole(state).length > 0) continue;
      for (const basis of BASES) {
        for (const { id, verdict } of standingOf(state, basis, timeline.openings).profiles) {
          expect(held.get(`${basis} ${id}`), `${id} at ${event.position}`).toBe(verdict);
        }
      }
    }
    expect(held.size).toBeGreaterThan(0);
  });
});
