import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toFragment } from '@/negotiation/what-if/fragment';
import { call, closedNegotiation, inventNegotiation } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { expect, test } from './signed-in';

const PROFILE = 'licensed-scaling';

function outcome(page: Page, profile = PROFILE) {
  return page.locator(`[data-what-if="${profile}"]`);
}

async function computed(page: Page) {
  await expect(page.locator('[data-testid="outcome"][data-current="true"]')).toBeVisible();
}

test('a member changes scores, weights, members and guarantees, undoes them, and shares what is left', async ({
  open,
}) => {
  const page = await open('facilitator');
  const colleague = await open('auditor');
  const id = await closedNegotiation(page, [{ page: colleague, role: 'auditor' }]);
  await page.goto(`/n/${id}/results?basis=stated`);
  await page.getByRole('link', { name: /^What if/ }).click();
  await computed(page);
  await expect(outcome(page)).toContainText('clears');
  await expect(outcome(page)).toContainText(/Threats\s*\?\s*unresolved/);
  await expect(outcome(page, 'joint-project')).toContainText(/Ratified\s*yes/);

  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  );

  // A score, typed.
  const low = page.getByRole('textbox', { name: 'Licensed scaling: low' });
  await low.fill('5');
  await expect(page.getByTestId('differences')).toContainText(
    'Licensed scaling: the verdict is leans instead of clears.',
  );
  await expect(page.getByTestId('differences')).toContainText(
    /Licensed scaling: Aurora Labs no longer gains/,
  );
  const changes = page.getByTestId('changes');
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await changes.getByRole('button', { name: /^Undo/ }).click();
  await expect(low).not.toHaveValue('5');
  await expect(outcome(page)).toContainText('clears');

  // A guarantee that fails, and only one.
  await page.getByRole('tab', { name: 'Guarantees' }).click();
  const [first, second] = await page
    .getByRole('tabpanel', { name: 'Guarantees' })
    .getByRole('combobox')
    .all();
  await first?.selectOption('fails');
  await expect(changes).toContainText('fails.');
  await second?.selectOption('fails');
  await expect(page.getByText('One guarantee fails at a time')).toBeVisible();
  await changes.getByRole('button', { name: /^Undo/ }).click();

  // Weights, and who takes part.
  await page.getByRole('tab', { name: 'Weights and members' }).click();
  await page.getByRole('textbox', { name: /^Aurora Labs: .*compute/i }).fill('0');
  await expect(changes).toContainText('Aurora Labs holds 0 of compute.');
  await page.getByRole('button', { name: 'Take out : Commons Assembly' }).click();
  await expect(changes).toContainText('Commons Assembly is taken out of the negotiation.');
  await page.getByLabel('Name', { exact: true }).fill('New Lab');
  await page.getByRole('button', { name: 'Bring in' }).click();
  await expect(changes).toContainText('New Lab is brought in');
  await computed(page);

  // Nothing of it went anywhere, and the address carries it.
  expect(sent.filter((request) => request.startsWith('POST'))).toEqual([]);
  expect(sent.filter((request) => request.includes('what-if='))).toEqual([]);
  await colleague.goto(page.url());
  await expect(colleague.getByTestId('changes').getByRole('listitem')).toHaveText(
    (await changes.getByRole('listitem').allTextContents()).map((text) => text),
  );
  await computed(colleague);
  for (const row of await page.locator('[data-what-if]').all()) {
    const profile = (await row.getAttribute('data-what-if')) ?? '';
    await expect(outcome(colleague, profile)).toHaveText((await row.textContent()) ?? '');
  }
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('an address that is no scenario, or fits no longer, is refused with a sentence', async ({ open }) => {
  const page = await open('facilitator');
  const id = await closedNegotiation(page, []);
  await page.goto(`/n/${id}/what-if#what-if=1.nonsense`);
  await expect(page.getByText('The address holds something that is no scenario')).toBeVisible();
  const gone = toFragment([{ kind: 'end', stakeholder: 'lab-aurora', profile: 'gone', end: 'low', to: 5 }]);
  await page.goto(`/n/${id}#top`);
  await page.goto(`/n/${id}/what-if#${gone}`);
  await expect(page.getByTestId('refused')).toHaveText(
    'The scenario does not fit this negotiation any more: its change 1 cannot be made. It is about the profile gone, which is not in the negotiation.',
  );
  await page.getByRole('button', { name: 'Undo all' }).click();
  await expect(page.getByTestId('refused')).toHaveCount(0);
  await expect(outcome(page)).toBeVisible();
});

/** Whose ballots are in what the server sent for the page: a ballot there has an instant at which it was cast. */
async function ballotsSent(
  page: Page,
  negotiation: string,
  file: NegotiationFile,
): Promise<readonly string[]> {
  const html = await (await page.request.get(`/n/${negotiation}/what-if?basis=stated`)).text();
  const plain = html.replaceAll('\\"', '"');
  return file.stakeholders.map(({ id }) => id).filter((id) => plain.includes(`"stakeholder":"${id}","at"`));
}

test('in private mode the sandbox gets no ballot but one’s own, and an observer’s gets none in any', async ({
  open,
}) => {
  const [facilitator, aurora, observer] = [
    await open('facilitator'),
    await open('lab-aurora'),
    await open('observer'),
  ];
  const file: NegotiationFile = JSON.parse(await readFile('prisma/demo/frontier-training.json', 'utf8'));
  const seats = [
    { page: aurora, stakeholder: 'lab-aurora' },
    { page: observer, role: 'observer' },
  ] as const;
  const id = await inventNegotiation(facilitator, file, seats);
  await call(facilitator, 'negotiation.setMode', {
    negotiation: id,
    mode: 'private',
    public: false,
    idempotencyKey: crypto.randomUUID(),
  });
  await call(facilitator, 'round.open', {
    negotiation: id,
    deadline: null,
    idempotencyKey: crypto.randomUUID(),
  });
  await call(facilitator, 'round.close', { negotiation: id, idempotencyKey: crypto.randomUUID() });
  expect(await ballotsSent(aurora, id, file)).toEqual(['lab-aurora']);
  expect(await ballotsSent(observer, id, file)).toEqual([]);
  expect(await ballotsSent(facilitator, id, file)).toEqual([]);

  // The page says so, tells the real standing beside it, and what flips a verdict by numbers alone.
  await aurora.goto(`/n/${id}/what-if?basis=stated`);
  await expect(aurora.getByText('so its start is not the real standing')).toBeVisible();
  await computed(aurora);
  await expect(outcome(aurora)).toContainText('Real standing: ● clears');
  await expect(outcome(aurora, 'joint-project')).toContainText(/Ratified\s*no/);
  await expect(outcome(aurora, 'joint-project')).toContainText(
    /Real standing: ◐ leans\s*=\s*no worse\s*ratified, not recommended/,
  );
  await aurora.goto(`/n/${id}/results?basis=stated`);
  const flips = aurora.getByTestId(`flips-${PROFILE}`);
  await expect(flips).toContainText('who may not be shown');
  const said = await aurora.locator(`#support-${PROFILE}`).locator('..').textContent();
  const others = file.stakeholders.map(({ name }) => name).filter((name) => said?.includes(name));
  // The rule names nobody in this negotiation.
  expect(others).toEqual([]);

  const open2 = await closedNegotiation(facilitator, [{ page: observer, role: 'observer' }]);
  expect(await ballotsSent(observer, open2, file)).toEqual([]);
  expect((await ballotsSent(facilitator, open2, file)).length).toBeGreaterThan(5);
  await observer.goto(`/n/${open2}/results?basis=stated`);
  // An observer is told of gains, never of scores.
  await expect(observer.getByTestId(`flips-${PROFILE}`)).toContainText(
    /the gain of .* would have to go from/,
  );
  await expect(observer.getByRole('link', { name: /^Try it/ })).toHaveCount(0);
});
