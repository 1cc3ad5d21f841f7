import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import type { AggregationResult } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';
import type { FileBallot, NegotiationFile } from '@/negotiation/file/model';
import { closedNegotiation } from './invented';
import { expect, test } from './signed-in';

/**
 * Somebody who has never been here reads the overview and nothing else. Their answers are what stands on the page; what
 * is right is what `parley aggregate` makes of the exported file, with no page between.
 */

const BASIS = 'stated';

/** The text under one of the questions of the overview. */
async function answer(page: Page, question: string): Promise<string> {
  const text = await page.getByRole('term').filter({ hasText: question }).locator('~ dd').textContent();
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

async function aggregated(page: Page, negotiation: string) {
  const text = await (await page.request.get(`/api/export/${negotiation}`)).text();
  const words = ['bin/parley.js', 'aggregate', '-', '--json', '--basis', BASIS];
  const { status, stdout, stderr } = spawnSync('node', words, { input: text, encoding: 'utf8' });
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  const file: NegotiationFile = JSON.parse(text);
  const result: AggregationResult = JSON.parse(stdout);
  return { file, result };
}

/** The low end of a plain score of the newest ballot, and the high end of another. */
function ends(file: NegotiationFile, stakeholder: string, profile: string, other: string) {
  const newest = file.ballots
    ?.filter((ballot) => ballot.stakeholder === stakeholder)
    .reduce<FileBallot | null>((last, each) => (last === null || each.at >= last.at ? each : last), null);
  if (!newest || !('scores' in newest)) throw new Error(`${stakeholder} has no plain scores`);
  const [score, base] = [newest.scores[profile], newest.scores[other]];
  return {
    low: typeof score === 'number' ? score : score?.[0],
    highOfOther: typeof base === 'number' ? base : base?.[2],
  };
}

/** Which of these are named in a text. */
function named(text: string, all: readonly { readonly id: string; readonly label: string }[]): string[] {
  return all.filter(({ label }) => text.includes(label)).map(({ id }) => id);
}

function rowOf(result: AggregationResult, id: string) {
  const row = result.profiles.find((profile) => profile.id === id);
  if (row === undefined) throw new Error(`no ${id}`);
  return row;
}

test('from the overview alone: what clears, by how much, who is critical, what threatens it, what would flip the runner-up', async ({
  open,
}) => {
  const page = await open('facilitator');
  const id = await closedNegotiation(page, []);
  const { file, result } = await aggregated(page, id);
  const profiles = file.profiles.map(({ id: profile, title }) => ({ id: profile, label: title }));
  const stakeholders = file.stakeholders.map(({ id: stakeholder, name }) => ({
    id: stakeholder,
    label: name,
  }));
  const guarantees = (file.guarantees ?? []).map(({ id: guarantee, title }) => ({
    id: guarantee,
    label: title,
  }));

  await page.goto(`/n/${id}?basis=${BASIS}`);

  // Which profile clears?
  const clears = named(await answer(page, 'What clears the bar'), profiles);
  const adoptable = new Set(file.profiles.filter((each) => each.adoptable !== false).map((each) => each.id));
  const clearing = result.profiles.filter((each) => each.verdict === 'clears' && adoptable.has(each.id));
  expect(clears).toEqual(clearing.map((each) => each.id));
  expect(clears).toHaveLength(1);
  const [leading = ''] = clears;
  const lead = rowOf(result, leading);

  // By how much?
  const margin = await answer(page, 'By how much');
  const [, points = ''] = /critical gain of (\S+) points?/.exec(margin) ?? [];
  expect(points).toBe(pointsText(lead.criticalGain?.necessary ?? ''));
  const [, members, total] = /(\d+) of (\d+) stakeholders/.exec(margin) ?? [];
  const coalition = lead.coalition?.necessary;
  expect([Number(members), Number(total)]).toEqual([
    Array.isArray(coalition) ? coalition.length : -1,
    stakeholders.length,
  ]);

  // Who is critical?
  expect(named(await answer(page, 'Who is critical'), stakeholders)).toEqual(lead.criticalMembers?.necessary);

  // What threatens it?
  const threats = await answer(page, 'What threatens it');
  const [, count] = /(\d+) threats? of \d+ (?:is|are) unresolved/.exec(threats) ?? [];
  expect(lead.threats).toBe('unresolved');
  expect(Number(count)).toBe(lead.threatForms?.unresolved.length);
  const pivotal = result.leverage
    .filter((row) => row.profiles.some((each) => each.id === leading && each.pivotal.necessary))
    .map(({ guarantee }) => guarantee);
  expect(named(threats, guarantees).sort()).toEqual([...pivotal].sort());

  // What would flip the runner-up?
  const flip = await answer(page, 'What would flip the runner-up');
  const [runnerUp = ''] = named(flip.split(':')[0] ?? '', profiles);
  const least = rowOf(result, runnerUp).gap?.necessary;
  const joiners = least?.fewestJoiners?.joiners;
  expect(named(flip, stakeholders)).toEqual(joiners);
  const [joiner = ''] = Array.isArray(joiners) ? joiners : [];
  const base = file.profiles.find((profile) => profile.default === true)?.id ?? '';
  const { low, highOfOther } = ends(file, joiner, runnerUp, base);
  const [, from, to] = /would have to go from (\S+) to (\S+) \(/.exec(flip) ?? [];
  expect(Number(from)).toBe(low);
  expect(Number(to)).toBeCloseTo((highOfOther ?? Number.NaN) + 0.01, 5);
  // It is the runner-up: of those that do not clear none would clear by less.
  const shifts = result.profiles
    .filter((each) => adoptable.has(each.id) && each.verdict === rowOf(result, runnerUp).verdict)
    .map((each) => number(each.gap?.necessary?.leastShift?.shift ?? ''));
  expect(number(least?.leastShift?.shift ?? '')).toBe(Math.min(...shifts));

  // And doing it does it.
  await page.getByRole('link', { name: /^Try it: what would make .* clear$/ }).click();
  await expect(page.locator(`[data-what-if="${runnerUp}"]`)).toContainText('clears');
});

function number(points: string): number {
  const [top, bottom = '1'] = points.split('/');
  return Number(top) / Number(bottom);
}
