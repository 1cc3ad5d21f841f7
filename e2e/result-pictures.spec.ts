import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { call, closedNegotiation } from './invented';
import { expect, NEGOTIATION, test } from './signed-in';

/** The pictures of the results, held against the result that the page lets one take along. */
const RESULTS = `/n/${NEGOTIATION}/results`;
const FILE: NegotiationFile = JSON.parse(readFileSync('src/core/examples/frontier-training.json', 'utf8'));
const nameOf = (id: string) => FILE.stakeholders.find((each) => each.id === id)?.name ?? id;

async function resultOf(page: Page, negotiation = NEGOTIATION): Promise<AggregationResult> {
  const response = await page.request.get(`/api/results/${negotiation}?basis=informed&format=json`);
  return response.json();
}

const listed = (members: readonly string[] | number | null | undefined): readonly string[] =>
  Array.isArray(members) ? members : [];

test('taking a member out of a coalition says whether it is adequate without', async ({ open }) => {
  const [facilitator, page] = [await open('facilitator'), await open('observer')];
  // Whether there is somebody to spare hangs on every ballot, and those of the demonstration change.
  const negotiation = await closedNegotiation(facilitator, [{ page, role: 'observer' }]);
  await expect(async () => {
    await page.goto(`/n/${negotiation}/results?basis=informed`);
    await expect(page.locator('#why')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const result = await resultOf(page, negotiation);
  const profile = result.profiles.find(({ verdict }) => verdict === 'clears');
  const critical = listed(profile?.criticalMembers?.necessary);
  const members = listed(profile?.coalition?.necessary);
  const spare = members.find((id) => !critical.includes(id));
  const [one] = critical;
  if (one === undefined || spare === undefined) throw new Error('the demonstration has both');
  const picture = page.locator(`article:has(#why-${profile?.id})`);
  const said = picture.getByRole('status');
  const segment = (id: string) =>
    picture.getByRole('button', { name: new RegExp(`^${nameOf(id)}, `) }).first();
  await segment(one).click();
  await expect(said).toContainText(`Without ${nameOf(one)}`);
  await expect(said).not.toContainText('still adequate');
  await picture.getByRole('button', { name: 'Put everyone back' }).click();
  await segment(spare).focus();
  await page.keyboard.press('Enter');
  await expect(said).toContainText(
    `Without ${nameOf(spare)}: still adequate however the uncertainty turns out.`,
  );
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('');
});

test('the arrow keys lead along a track and tell who is there', async ({ open }) => {
  const page = await open('facilitator');
  await page.goto(RESULTS);
  const track = page.locator('article').first().getByRole('toolbar').first();
  const [first, second] = [track.getByRole('button').first(), track.getByRole('button').nth(1)];
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  const name = (await second.getAttribute('aria-label'))?.split(',')[0] ?? '';
  await expect(page.locator('article').first().getByText(name, { exact: true }).last()).toBeVisible();
  await page.keyboard.press('End');
  await expect(track.getByRole('button').last()).toBeFocused();
});

test('a profile’s gains are chosen by links, without script too', async ({ open, browser }) => {
  const signedIn = await open('observer');
  await signedIn.goto(RESULTS);
  const result = await resultOf(signedIn);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(new URL(RESULTS, signedIn.url()).href);
  const gains = page.locator('#gains');
  await gains.getByRole('link', { name: 'Joint project' }).click();
  await gains.getByRole('link', { name: 'expected' }).click();
  const profile = result.profiles.find(({ id }) => id === 'joint-project');
  const gaining = listed(profile?.coalition?.expected);
  await expect(gains.getByRole('heading', { level: 3 })).toContainText(
    `Joint project: ${gaining.length} of ${FILE.stakeholders.length} gain at face value`,
  );
  await gains.getByText('The same as a table').click();
  for (const { name, id } of FILE.stakeholders) {
    const text = await gains.getByRole('row', { name }).textContent();
    expect(text?.includes('+'), name).toBe(listed(profile?.coalition?.possible).includes(id));
  }
  await context.close();
});

/** The pair that a grid's chosen cell is of, and what the panel beside it says. */
async function saysOfPair(
  page: Page,
  section: Locator,
  result: AggregationResult,
  over: string,
  under: string,
) {
  const pair = result.pairs.necessary.find((each) => each.over === over && each.under === under);
  const title = (id: string) => FILE.profiles.find((each) => each.id === id)?.title ?? id;
  const sentence = section.getByRole('status').getByText(`${title(over)} to ${title(under)} however`);
  await expect(sentence).toContainText(
    pair?.members === 0
      ? 'No stakeholder prefers'
      : `${pair?.members} of ${FILE.stakeholders.length} stakeholder`,
  );
  await expect(page).toHaveURL(new RegExp(`over=${over}&under=${under}`));
}

test('a cell of the matrix says who prefers which, by click and by arrow key', async ({ open }) => {
  const page = await open('facilitator');
  await page.goto(`${RESULTS}?basis=informed`);
  const result = await resultOf(page);
  const section = page.locator('#pairs');
  const row = section.getByRole('row', { name: /^Licensed scaling/ });
  const at = (await section.getByRole('columnheader').allTextContents()).indexOf('Race on');
  await row
    .getByRole('gridcell')
    .nth(at - 1)
    .click();
  await saysOfPair(page, section, result, 'licensed-scaling', 'race');
  const columns = await section.getByRole('columnheader').allTextContents();
  const next = FILE.profiles.find(({ title }) => title === columns[at + 1]);
  if (next === undefined) throw new Error('the default is last in the matrix');
  await page.keyboard.press('ArrowRight');
  await saysOfPair(page, section, result, 'licensed-scaling', next.id);
});

test('who stands in the way of a missing arrow is named', async ({ open }) => {
  const page = await open('auditor');
  await page.goto(`${RESULTS}?basis=informed&stance=necessary&over=licensed-scaling&under=race#pareto`);
  const result = await resultOf(page);
  const section = page.locator('#pareto');
  expect(result.profiles.find(({ id }) => id === 'race')?.dominatedBy.necessary).toEqual([]);
  await expect(section.getByRole('status')).toContainText('Licensed scaling does not dominate Race on');
  // In the way under `necessary`: whoever may possibly prefer the default, the silent among them.
  const [, names = ''] = ((await section.getByRole('status').textContent()) ?? '').split('In the way:');
  const possible = listed(result.profiles.find(({ id }) => id === 'licensed-scaling')?.worseOff?.possible);
  for (const { id, name } of FILE.stakeholders)
    expect(names.includes(name), name).toBe(possible.includes(id));
});

test('in a private negotiation no picture names anyone', async ({ open }) => {
  const page = await open('facilitator');
  const key = () => ({ idempotencyKey: crypto.randomUUID() });
  const made = await call(page, 'negotiation.create', {
    title: 'In private',
    mode: 'private',
    public: false,
    succeeds: null,
    ...key(),
  });
  const { negotiation } = z.object({ negotiation: z.string() }).parse(made);
  const file = { ...FILE, threatAssessments: [], acuteRiskAssessments: [], pledges: [] };
  await call(page, 'negotiation.import', { negotiation, file, ...key() });
  await call(page, 'round.open', { negotiation, deadline: null, ...key() });
  await call(page, 'round.close', { negotiation, ...key() });
  await page.goto(`/n/${negotiation}/results`);
  await expect(page.locator('#gains')).toContainText('nobody is told what each stakeholder gains');
  await expect(page.locator('#pairs')).toContainText('Who they are is told to nobody.');
  for (const part of ['#gains', '#pairs', '#pareto']) {
    const text = (await page.locator(part).textContent()) ?? '';
    for (const { name } of FILE.stakeholders) expect(text, `${part} ${name}`).not.toContain(name);
  }
  await expect(page.getByRole('toolbar')).toHaveCount(0);
});
