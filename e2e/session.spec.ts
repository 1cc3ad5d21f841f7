import type { NegotiationFile } from '@/negotiation/file/model';
import { castScores, inventNegotiation } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { SessionPage } from './pages/session-page';
import { expect, test } from './signed-in';

/** Two of three with more than half of the compute are adequate; two have delegates. */
const FILE: NegotiationFile = {
  format: 'parley-negotiation/1',
  title: 'Shared inspections',
  dimensions: [{ id: 'compute', label: 'Compute' }],
  rule: {
    allOf: [{ quota: { dimension: 'compute', moreThan: '1/2' } }, { members: { atLeast: 2 } }],
  },
  stakeholders: [
    { id: 'north', name: 'North Labs', kind: 'lab', weights: { compute: 50 } },
    { id: 'south', name: 'South Labs', kind: 'lab', weights: { compute: 30 } },
    { id: 'norms', name: 'Institute of Norms', kind: 'standards-body', weights: { compute: 20 } },
  ],
  profiles: [
    { id: 'today', title: 'As today', default: true, strategies: { north: 'Go on', south: 'Go on' } },
    {
      id: 'inspect',
      title: 'Inspect each other',
      strategies: { north: 'Open the doors', south: 'Open the doors' },
    },
  ],
};

test('a facilitator runs two rounds with a proposal, a consent and a conclusion', async ({ open }) => {
  const facilitator = await open('facilitator');
  const north = await open('lab-aurora');
  const south = await open('cloud-equinox', { width: 360 });
  const negotiation = await inventNegotiation(facilitator, FILE, [
    { stakeholder: 'north', page: north },
    { stakeholder: 'south', page: south },
  ]);
  const desk = new SessionPage(facilitator, negotiation);

  await test.step('opens round 1 with a deadline and extends it', async () => {
    await desk.open();
    await expect(desk.state).toContainText('In draft');
    await desk.button('In 3 days').click();
    await expect(facilitator.getByText(/in 3 days\.$/)).toBeVisible();
    await desk.button('Open round 1').click();
    await expect(desk.state).toContainText('Round 1 is open. 0 of 3');
    await expect(facilitator.getByText(/^Until .* that is in 3 days$/)).toBeVisible();
    await desk.button('A week later').click();
    await desk.button('Extend the round').click();
    await expect(facilitator.getByText(/, that is in 10 days$/)).toBeVisible();
    expect(await accessibilityFaults(facilitator)).toEqual([]);
  });

  await test.step('a delegate proposes an amendment, which the facilitator admits', async () => {
    await castScores(north, negotiation, 'north', { today: 40, inspect: 45 });
    await north.goto(`/n/${negotiation}/profiles`);
    await north.getByText('Propose a profile, or an amendment of one').click();
    await north.getByLabel('What is proposed').selectOption({ label: 'An amendment of Inspect each other' });
    await north.getByLabel('Title', { exact: true }).fill('Inspect twice a year');
    await north.getByLabel('Institute of Norms').fill('Send inspectors');
    expect(await accessibilityFaults(north)).toEqual([]);
    await north.getByRole('button', { name: 'Propose it' }).click();
    await expect(north.getByText('Amends Inspect each other')).toBeVisible();

    // The desk follows by itself.
    await desk.button('Admit Inspect twice a year').click();
    await expect(desk.section('Proposals')).toContainText('No proposal waits.');
    await north.goto(`/n/${negotiation}`);
    await expect(north.getByText('not covered by the ballot of North Labs')).toBeVisible();
    await north.getByRole('link', { name: 'Complete the ballot' }).click();
    await north.getByRole('button', { name: 'Take over the scores of Inspect each other' }).click();
    await castScores(north, negotiation, 'north', { today: 40, inspect: 45, 'inspect-twice-a-year': 70 });
    await castScores(south, negotiation, 'south', { today: 40, inspect: 30, 'inspect-twice-a-year': 60 });
  });

  await test.step('closes the round, after reading what follows', async () => {
    await desk.button('Close the round now').click();
    await expect(desk.dialog).toContainText('One stakeholder has no ballot');
    await desk.dialog.getByRole('button', { name: 'Close round 1' }).click();
    await expect(desk.state).toContainText('Round 1 is closed');
  });

  await test.step('asks consent for a weight, which is made once both delegates consent', async () => {
    await facilitator.getByText('Ask for consent to a change').click();
    await facilitator.getByLabel('Compute', { exact: true }).fill('80');
    await expect(facilitator.getByText('North Labs changes')).toBeVisible();
    await desk.button('Ask for consent').click();
    await expect(desk.section('Changes of the frame')).toContainText('Nobody has consented yet');

    await north.goto(`/n/${negotiation}`);
    await north.getByRole('link', { name: 'Consent or refuse' }).click();
    const seen = new SessionPage(north, negotiation);
    await expect(seen.section('Changes of the frame')).toContainText('50 → to 80');
    await seen.button('Consent for North Labs').click();
    await expect(desk.section('Changes of the frame')).toContainText('One of 3 stakeholders has consented');

    const phone = new SessionPage(south, negotiation);
    await phone.open();
    await expect(phone.button('Open round 2')).toHaveCount(0);
    await phone.button('Consent for South Labs').focus();
    await south.keyboard.press('Enter');
    await expect(phone.section('Changes of the frame')).toContainText('No change of the frame waits');
    expect(await accessibilityFaults(south)).toEqual([]);
  });

  await test.step('a second facilitator’s page that is behind gets a sentence', async () => {
    const behind = new SessionPage(await open('facilitator'), negotiation);
    await behind.page.route('**/standing.live**', (route) => route.abort());
    await behind.open();
    const another = new SessionPage(await behind.page.context().newPage(), negotiation);
    await another.page.route('**/standing.live**', (route) => route.abort());
    await another.open();
    await desk.button('Open round 2').click();
    await expect(desk.state).toContainText('Round 2 is open');
    await behind.button('Open round 2').click();
    // The page is read again, and what was asked for is not on it any more: the sentence stays until it is closed.
    await expect(behind.state).toContainText('Round 2 is open');
    await expect(behind.button('Open round 2')).toHaveCount(0);
    await expect(behind.page.getByRole('alert').filter({ hasText: 'moved on' })).toBeVisible();
    expect(await accessibilityFaults(behind.page)).toEqual([]);
    await behind.button('Close this message').click();
    await expect(behind.page.getByText('moved on')).toHaveCount(0);
    await behind.page.close();

    // Or until another page is opened.
    await another.button('Open round 2').click();
    const said = another.page.getByText('moved on');
    await expect(another.button('Open round 2')).toHaveCount(0);
    await expect(said).toBeVisible();
    await another.page.getByRole('link', { name: 'People' }).click();
    await expect(another.page.getByRole('heading', { level: 1 })).toHaveText('People');
    await expect(said).toHaveCount(0);
    await another.page.close();
  });

  await test.step('a delegate reads what the first round came to', async () => {
    await south.goto(`/n/${negotiation}/ballot`);
    const feedback = south.getByTestId('feedback');
    await expect(feedback).toContainText('What round 1 came to');
    await feedback.getByText('Profile by profile').click();
    await expect(feedback.locator('[data-feedback="inspect"]')).toContainText('You had stated 30.');
    await castScores(south, negotiation, 'south', { today: 40, inspect: 30, 'inspect-twice-a-year': 65 });
  });

  await test.step('concludes with an adoption', async () => {
    await desk.confirm('Close the round now', 'Close round 2');
    await expect(desk.section('Conclude')).toContainText('Inspect twice a year');
    await desk.page.getByRole('radio', { name: 'Inspect each other' }).check();
    await expect(desk.section('Conclude')).toContainText('does not clear the bar');
    await desk.page.getByRole('radio', { name: 'Inspect twice a year' }).check();
    await desk.confirm('Conclude the negotiation', 'Adopt Inspect twice a year');
    await expect(desk.page.getByTestId('conclusion')).toHaveText('Adopted: Inspect twice a year.');
    await expect(desk.button('Archive')).toBeVisible();
  });
});
