import type { Page } from '@playwright/test';
import { inventNegotiation } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { expect, test } from './signed-in';

async function create(page: Page, title: string) {
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Create it in draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Set-up' })).toBeVisible();
}

const checklist = (page: Page) => page.getByRole('region', { name: 'Before round 1' });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a template is a negotiation that could open at once', async ({ open }) => {
  const page = await open('facilitator');
  await page.goto('/negotiations');
  await page.getByRole('link', { name: 'Start a new negotiation' }).click();
  await page.getByRole('radio', { name: /^A template/ }).check();
  await page.getByRole('radio', { name: /^Labs and governments/ }).check();
  await page.getByRole('radio', { name: /^Private/ }).check();
  await expect(page.getByText('Weights can betray a private ballot', { exact: false })).toContainText(
    'With the weights at hand',
  );
  expect(await accessibilityFaults(page)).toEqual([]);
  await create(page, 'Licences, from a template');
  await expect(checklist(page)).toContainText('Nothing is missing: round 1 can open.');
  await expect(page.getByRole('link', { name: 'Go to the session and open round 1' })).toHaveAttribute(
    'href',
    /\/session$/,
  );
});

test('a file with a fault creates nothing, and says where the fault is', async ({ open }) => {
  const page = await open('facilitator');
  await page.goto('/new');
  await page.getByRole('radio', { name: /^A negotiation file/ }).check();
  await page
    .getByLabel('Or paste its text')
    .fill('{ "format": "parley-negotiation/1", "rule": { "members": {} } }');
  await expect(page.getByText('rule.members: has none of moreThan, atLeast, allBut')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create it in draft' })).toBeDisabled();
});

test('from a blank page to a set-up that is whole: a pasted table, a rule of cards, two profiles', async ({
  open,
}) => {
  const page = await open('facilitator');
  await page.goto('/new');
  await create(page, 'From a blank page');
  await expect(checklist(page)).toContainText('3 things are missing.');

  const stakeholders = part(page, 'Stakeholders and weights');
  const paste = stakeholders.getByLabel('Paste cells here');
  await paste.fill(
    'Stakeholder\tKind\tCompute\nAurora\tlab\t50\nBorealis\tlab\t0.49\nCala\tgovernment\t1\nDovra\tgovernment\t0',
  );
  await expect(stakeholders.getByText('1 row has a fault and is left out', { exact: false })).toBeVisible();
  await expect(stakeholders.getByText('multiply the whole column', { exact: false })).toBeVisible();
  await paste.fill(
    'Stakeholder\tKind\tCompute\nAurora\tlab\t50\nBorealis\tlab\t49\nCala\tgovernment\t1\nDovra\tgovernment\t0',
  );
  await stakeholders.getByRole('button', { name: 'Take in 4 rows' }).click();
  await expect(stakeholders.getByText('4 stakeholders. In all: 100 Compute.')).toBeAttached();
  await expect(stakeholders.getByRole('textbox', { name: 'Compute of Borealis' })).toHaveValue('49');

  const rule = part(page, 'Rule');
  await expect(rule.getByText('No rule was set yet', { exact: false })).toBeVisible();
  await rule.getByLabel('Condition', { exact: true }).selectOption({ label: 'All of these must hold' });
  await rule.getByRole('button', { name: 'Add a condition' }).click();
  const added = rule.getByRole('group', { name: 'Condition 2', exact: true });
  await expect(added.getByLabel('Condition', { exact: true })).toBeFocused();
  await added.getByLabel('Condition', { exact: true }).selectOption({ label: 'Certain stakeholders' });
  await expect(rule.getByText('Aurora holds a veto', { exact: false })).toBeVisible();
  await expect(rule.getByText('There are 2 minimal adequate coalitions.', { exact: false })).toBeVisible();
  await expect(rule.getByText('Dovra can never matter', { exact: false })).toBeVisible();
  await expect(rule.getByText('Saved.', { exact: true })).toBeVisible();

  await rule.getByRole('tab', { name: 'As text' }).click();
  const text = rule.getByLabel('The rule as in a negotiation file (JSON)');
  await text.fill('{ "quota": { "dimension": "compute", "atLeast": "0/1" } }');
  await expect(rule.getByText('This rule has faults and is not saved', { exact: false })).toBeVisible();
  await expect(rule.getByText('The rule has a fault. nobody at all', { exact: false })).toBeVisible();
  await text.fill('{ "quota": { "dimension": "compute",\n "moreThan": "1/1" } }');
  await expect(
    rule.getByText('The rule has a fault. not even everyone together', { exact: false }),
  ).toBeVisible();
  await text.fill('{ "quota": { "dimension": "compute", "moreThan": "2/3" } }');
  await rule.getByRole('tab', { name: 'As cards' }).click();
  await expect(rule.getByLabel('Share, as 2/3 or 60 %')).toHaveValue('2/3');
  await expect(rule.getByText('That is 67 of 100 units or more.')).toBeVisible();
  await expect(rule.getByText('Saved.', { exact: true })).toBeVisible();

  const profiles = part(page, 'Profiles');
  await profiles.getByLabel('The default profile').fill('As today');
  await profiles.getByRole('button', { name: 'Add profile' }).click();
  await profiles.getByLabel('New profile').fill('A common limit');
  await profiles.getByRole('button', { name: 'Add profile' }).click();
  await expect(checklist(page)).toContainText('Nothing is missing: round 1 can open.');

  await page.reload();
  await expect(page.getByLabel('Share, as 2/3 or 60 %')).toHaveValue('2/3');
  // It is computed once somebody looks.
  await page.getByRole('heading', { name: 'What this rule comes to' }).scrollIntoViewIfNeeded();
  await expect(
    part(page, 'Rule').getByText('Cala and Dovra can never matter', { exact: false }),
  ).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('what each of a crowd would do is drawn once it is asked for', async ({ open }) => {
  const page = await open('facilitator');
  const people = Array.from({ length: 60 }, (_, i) => ({ id: `s${i}`, name: `Stakeholder ${i}` }));
  const negotiation = await inventNegotiation(
    page,
    {
      format: 'parley-negotiation/1',
      title: 'A crowd',
      dimensions: [{ id: 'compute', label: 'Compute' }],
      rule: { members: { atLeast: 31 } },
      stakeholders: people.map((each) => ({ ...each, kind: 'lab', weights: { compute: 1 } })),
      profiles: [
        { id: 'today', title: 'As today', default: true },
        { id: 'inspect', title: 'Inspect each other', strategies: { s7: 'Open the doors' } },
      ],
    },
    [],
  );
  await page.goto(`/n/${negotiation}/set-up`);
  const inspect = part(page, 'Profiles').getByRole('group', { name: 'Inspect each other' });
  const seventh = inspect.getByLabel('Stakeholder 7', { exact: true });
  await expect(inspect.getByText('Strategies: said for 1 of 60')).toBeVisible();
  await expect(seventh).toHaveCount(0);
  await inspect.getByText('Strategies: said for 1 of 60').click();
  await expect(seventh).toHaveValue('Open the doors');
  await inspect.getByLabel('Stakeholder 8', { exact: true }).fill('Send inspectors');
  await inspect.getByLabel('Stakeholder 9', { exact: true }).focus();
  await expect(inspect.getByText('Strategies: said for 2 of 60')).toBeVisible();
  await expect(seventh).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});
