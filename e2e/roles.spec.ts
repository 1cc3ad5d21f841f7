import { StandingPage } from './pages/standing-page';
import { expect, NEGOTIATION, test } from './signed-in';

for (const who of ['facilitator', 'auditor', 'observer', 'cloud-equinox'] as const) {
  test(`${who} reads the standing and its reasons, and only a delegate has a ballot`, async ({ open }) => {
    const standing = new StandingPage(await open(who));
    await standing.openOverview();
    await expect(standing.sentence).toContainText(/bar/);
    const ballot = standing.page.getByRole('link', { name: 'Ballot', exact: true });
    await expect(ballot).toHaveCount(who === 'cloud-equinox' ? 1 : 0);
    await standing.openResults('stated');
    await expect(
      standing.page.getByRole('heading', { level: 2, name: 'Every pair of profiles' }),
    ).toBeVisible();
    await expect(standing.page.locator('tr[data-profile="licensed-scaling"]')).toHaveAttribute(
      'data-verdict',
      /clears|leans/,
    );
  });
}

test('the basis is part of the address, and informed says what it stands in for', async ({ open }) => {
  const standing = new StandingPage(await open('auditor'));
  await standing.openResults('stated');
  await standing.page
    .getByRole('navigation', { name: 'Basis' })
    .getByRole('link', { name: 'informed' })
    .click();
  await expect(standing.page).toHaveURL(/basis=informed/);
  await expect(standing.page.getByText('It stands in for well-informed')).toBeVisible();
});

test('results can be taken along as JSON and as a table', async ({ open }) => {
  const page = await open('observer');
  await page.goto(`/n/${NEGOTIATION}/results`);
  for (const [link, type] of [
    ['Result as JSON', /json/],
    ['Table as CSV', /csv/],
    ['Negotiation as JSON', /json/],
  ] as const) {
    const address = await page.getByRole('link', { name: link }).getAttribute('href');
    const response = await page.request.get(address ?? '');
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toMatch(type);
  }
});

test('two profiles can be compared without script', async ({ open }) => {
  const page = await open('observer');
  await page.goto(`/n/${NEGOTIATION}/profiles?a=verified-pause&b=pause-deneb-out`);
  await expect(
    page.getByText('Verified pause and Pause without Deneb differ for 1 stakeholder.'),
  ).toBeVisible();
});

test('two tabs of one browser share one event stream', async ({ open }) => {
  const first = await open('observer');
  const streams: string[] = [];
  first.context().on('request', (request) => {
    if (request.url().includes('standing.live')) streams.push(request.url());
  });
  await first.goto(`/n/${NEGOTIATION}`);
  await expect(first.locator('[data-live="on"]')).toBeVisible();
  const second = await first.context().newPage();
  await second.goto(`/n/${NEGOTIATION}/results`);
  await expect(second.locator('[data-live="on"]')).toBeVisible();
  expect(streams).toHaveLength(1);
  await first.close();
  await expect(() => expect(streams).toHaveLength(2)).toPass();
  await expect(second.locator('[data-live="on"]')).toBeVisible();
});
