import type { Page } from '@playwright/test';
import type { NegotiationFile } from '@/negotiation/file/model';
import { call, castScores, inventNegotiation } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { BallotPage } from './pages/ballot-page';
import { linkOf } from './pages/letter';
import { expect, test } from './signed-in';

const FILE: NegotiationFile = {
  format: 'parley-negotiation/1',
  title: 'Who speaks in August',
  dimensions: [{ id: 'compute', label: 'Compute' }],
  rule: { members: { atLeast: 2 } },
  stakeholders: [
    { id: 'north', name: 'North Labs', kind: 'lab', weights: { compute: 60 } },
    { id: 'south', name: 'South Labs', kind: 'lab', weights: { compute: 40 } },
  ],
  profiles: [
    { id: 'today', title: 'As today', default: true, strategies: {} },
    { id: 'inspect', title: 'Inspect each other', strategies: { north: 'Open the doors' } },
  ],
};
const ADDRESS = 'dora@deputies.example';
const DEPUTY = 'Delegate of Equinox Cloud';
/** A score that no address, moment or port of a letter happens to hold. */
const SCORE = '66.25';

/** From the letter to the seat: the facilitator sends it, and whoever gets it makes an account on the way. */
async function invite(facilitator: Page, negotiation: string) {
  await facilitator.goto(`/n/${negotiation}/people`);
  await facilitator.getByRole('combobox', { name: 'Speaks for' }).selectOption({ label: 'North Labs' });
  await facilitator.getByLabel('E-mail addresses, one a line').fill(ADDRESS);
  await facilitator.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(facilitator.getByText('One letter is on its way.')).toBeVisible();
}

test('a delegate comes by a letter, hands over for a period, and learns by letter who cast what', async ({
  open,
  mail,
}) => {
  const facilitator = await open('facilitator');
  const deputy = await open('cloud-equinox');
  const negotiation = await inventNegotiation(facilitator, FILE, [{ page: deputy, role: 'observer' }]);
  await call(facilitator, 'round.open', { negotiation, deadline: null, idempotencyKey: crypto.randomUUID() });
  const delegate = await open(null);
  const ballots = delegate.getByRole('region', { name: 'Ballots of North Labs' });
  const handOver = delegate.getByRole('region', { name: 'Hand over for North Labs' });

  await test.step('the invitation arrives by letter, and its link leads to the seat', async () => {
    await invite(facilitator, negotiation);
    const letter = await mail.letterTo(ADDRESS, FILE.title);
    await delegate.goto(linkOf(letter, '/join/'));
    await expect(delegate.getByText('You are invited to speak for North Labs, as a delegate.')).toBeVisible();
    await delegate.getByRole('textbox', { name: 'Name, as members will see it' }).fill('Dora of North');
    await delegate.getByLabel('Password, 12 characters or more').fill('away in all of August');
    await delegate.getByRole('button', { name: 'Make an account and join' }).click();
    await expect(delegate.getByText('Cast the ballot of North Labs.')).toBeVisible();
  });

  await test.step('hands over for a week; before that the deputy has no ballot', async () => {
    const cast = castScores(deputy, negotiation, 'north', { today: 40, inspect: 60 });
    await expect(cast).rejects.toThrow('role');
    await delegate.goto(`/n/${negotiation}/people`);
    await handOver.getByLabel('Deputy').selectOption({ label: DEPUTY });
    await handOver.getByRole('button', { name: 'Hand over' }).click();
    await expect(delegate.getByText(`Deputy: ${DEPUTY}, from`, { exact: false })).toBeVisible();
  });

  await test.step('the deputy casts within it', async () => {
    await deputy.goto(`/n/${negotiation}`);
    await deputy.getByRole('link', { name: 'Go to the ballot' }).click();
    const ballot = new BallotPage(deputy, negotiation);
    await deputy
      .getByRole('group', { name: 'Inspect each other' })
      .getByRole('checkbox', { name: 'State a score' })
      .check();
    for (const [end, score] of [
      ['low', '61'],
      ['best', SCORE],
      ['high', '71'],
    ] as const) {
      await ballot.number('Inspect each other', end).fill(score);
    }
    await ballot.review.click();
    await ballot.dialog.getByRole('button', { name: 'Cast the ballot' }).click();
    await expect(ballot.receipt).toBeVisible();
  });

  await test.step('a letter tells the delegate, and its link leads to the ballot that counts', async () => {
    const letter = await mail.letterTo(ADDRESS, 'a ballot of North Labs was taken in');
    expect(letter.text).toMatch(new RegExp(`${DEPUTY} cast a ballot for North Labs on \\d+ `));
    expect(letter.text).not.toContain(SCORE);
    await delegate.goto(linkOf(letter, '/ballot'));
    await expect(
      delegate.getByText('was cast by another delegate of North Labs', { exact: false }),
    ).toBeVisible();
    await expect(new BallotPage(delegate).number('Inspect each other', 'best')).toHaveValue(SCORE);
    await delegate.goto(`/n/${negotiation}/people`);
    const cast = ballots.getByRole('listitem').first();
    await expect(cast).toContainText(`${DEPUTY} cast a ballot. It counts now.`);
    await expect(cast).toContainText(new RegExp(`${new Date().getFullYear()}, \\d+:\\d\\d.* · event \\d+`));
    await cast.getByText('What it says').click();
    await expect(cast.getByRole('row', { name: `Inspect each other 61 ${SCORE} 71` })).toBeVisible();
    expect(await accessibilityFaults(delegate)).toEqual([]);
  });

  await test.step('the right ends when it is taken back', async () => {
    await handOver.getByRole('button', { name: 'Take back' }).click();
    await expect(delegate.getByText(`Deputy: ${DEPUTY}`, { exact: false })).toBeHidden();
    await expect(castScores(deputy, negotiation, 'north', { today: 40 })).rejects.toThrow('role');
    await deputy.goto(`/n/${negotiation}`);
    await expect(deputy.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(deputy.getByRole('link', { name: /ballot/i })).toHaveCount(0);
  });
});
