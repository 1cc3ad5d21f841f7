import type { Browser, BrowserContext, Page } from '@playwright/test';
import { z } from 'zod';
import { call, castScores, type Sender } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { tabTo } from './pages/keyboard';
import { SessionPage } from './pages/session-page';
import { expect, test } from './signed-in';

/** Twelve stakeholders with names of their own, so that nothing of the demonstration is mistaken for them. */
const STAKEHOLDERS = [
  { id: 'alder', name: 'Alder Labs', kind: 'lab', compute: 30, population: 0 },
  { id: 'birch', name: 'Birch AI', kind: 'lab', compute: 24, population: 0 },
  { id: 'cedar', name: 'Cedar Research', kind: 'lab', compute: 14, population: 0 },
  { id: 'dune', name: 'Dune Cloud', kind: 'company', compute: 12, population: 0 },
  { id: 'ember', name: 'Ember Chips', kind: 'company', compute: 6, population: 0 },
  { id: 'fjord', name: 'Fjordland', kind: 'government', compute: 5, population: 90 },
  { id: 'grove', name: 'Groveland', kind: 'government', compute: 4, population: 1300 },
  { id: 'heath', name: 'Heath', kind: 'government', compute: 3, population: 340 },
  { id: 'isle', name: 'Isle Republic', kind: 'government', compute: 1, population: 60 },
  { id: 'jetty', name: 'Jetty Standards', kind: 'standards-body', compute: 0, population: 0 },
  { id: 'knoll', name: 'Knoll Institute', kind: 'standards-body', compute: 0, population: 0 },
  { id: 'lagoon', name: 'Lagoon Forum', kind: 'civil-society', compute: 1, population: 10 },
] as const;
const IDS = STAKEHOLDERS.map(({ id }) => id);
const [PHONE, PAPER, PROPOSER] = ['alder', 'lagoon', 'birch'] as const;

const TABLE = [
  'Id\tName\tKind\tCompute\tPopulation',
  ...STAKEHOLDERS.map((each) => [each.id, each.name, each.kind, each.compute, each.population].join('\t')),
].join('\n');

const RULE = JSON.stringify({
  allOf: [
    { quota: { dimension: 'compute', moreThan: '1/2' } },
    { quota: { dimension: 'population', moreThan: '1/2' } },
    { members: { atLeast: 7 } },
  ],
});

const PASSWORD = 'twelve at a long table';

/** From the link to a seat and a session, as the page of the invitation does it. */
async function joinByLink(browser: Browser, path: string, stakeholder: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const email = `${stakeholder}@journey.example`;
  await call(context, 'account.signUp', {
    token: path.replace('/join/', ''),
    name: `Delegate ${stakeholder}`,
    email,
    password: PASSWORD,
  });
  const { csrfToken } = z
    .object({ csrfToken: z.string() })
    .parse(await (await context.request.get('/api/auth/csrf')).json());
  await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password: PASSWORD, json: 'true' },
  });
  return context;
}

async function setUp(page: Page): Promise<string> {
  await page.goto('/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('A limit for twelve');
  await page.getByRole('button', { name: 'Create it in draft' }).click();
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  const stakeholders = part('Stakeholders and weights');
  await stakeholders.getByLabel('Paste cells here').fill(TABLE);
  await stakeholders.getByRole('button', { name: 'Take in 12 rows' }).click();
  await expect(
    stakeholders.getByText('12 stakeholders. In all: 100 Compute', { exact: false }),
  ).toBeAttached();

  const rule = part('Rule');
  await rule.getByRole('tab', { name: 'As text' }).click();
  await rule.getByLabel('The rule as in a negotiation file (JSON)').fill(RULE);
  await expect(rule.getByText('Saved.', { exact: true })).toBeVisible();

  const profiles = part('Profiles');
  await profiles.getByLabel('The default profile').fill('As today');
  await profiles.getByRole('button', { name: 'Add profile' }).click();
  await profiles.getByLabel('New profile').fill('A common limit');
  await profiles.getByRole('button', { name: 'Add profile' }).click();
  const limit = profiles.getByRole('group', { name: 'A common limit', exact: true });
  await limit.getByText('Strategies: said for 0 of 12').click();
  await limit.getByLabel('Alder Labs').fill('Train below the limit');
  await limit.getByLabel('Groveland').fill('Inspect');
  await limit.getByLabel('Heath').focus();
  await expect(limit.getByText('Strategies: said for 2 of 12')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Before round 1' })).toContainText('Nothing is missing');
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** By keyboard alone: from the link of the invitation to the receipt of the ballot. */
async function joinAndCastByKeyboard(page: Page, link: string) {
  const { keyboard } = page;
  const go = async (
    role: 'link' | 'button' | 'checkbox' | 'textbox',
    name: string,
    within = page.locator('body'),
  ) => tabTo(page, within.getByRole(role, { name, exact: true }));
  await page.goto(link);
  await expect(page.getByText('You are invited to speak for Alder Labs, as a delegate.')).toBeVisible();
  await go('textbox', 'Name, as members will see it');
  await keyboard.type('Ada of Alder');
  await go('textbox', 'E-mail');
  await keyboard.type(`${PHONE}@journey.example`);
  await keyboard.press('Tab');
  await keyboard.type(PASSWORD);
  await keyboard.press('Enter');

  await expect(page.getByText('Cast the ballot of Alder Labs.')).toBeVisible();
  await go('link', 'Go to the ballot');
  await keyboard.press('Enter');
  const limit = page.getByRole('group', { name: 'A common limit' });
  await go('checkbox', 'State a score', limit);
  await keyboard.press('Space');
  for (const [end, score] of [
    ['low', '60'],
    ['best', '70'],
    ['high', '85.5'],
  ] as const) {
    await go('textbox', `A common limit: ${end}`);
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(score);
  }
  await expect(limit).toContainText('Better than today however the uncertainty turns out.');
  await go('button', 'Review what will be recorded');
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'This will be recorded' });
  await expect(dialog.getByRole('row', { name: /^A common limit 60 70 85.5/ })).toBeVisible();
  await go('button', 'Cast the ballot', dialog);
  await keyboard.press('Enter');
  await expect(page.getByTestId('receipt')).toContainText('The ballot is in the history');
}

async function enterOnPaper(page: Page, negotiation: string) {
  await page.goto(`/n/${negotiation}/people`);
  await page.getByRole('link', { name: /^Enter a paper ballot.*Lagoon Forum$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Paper ballot of Lagoon Forum' })).toBeVisible();
  const limit = page.getByRole('group', { name: 'A common limit' });
  await limit.getByRole('checkbox', { name: 'State a score' }).check();
  for (const [end, score] of [
    ['low', '55'],
    ['best', '65'],
    ['high', '75'],
  ] as const) {
    await page.getByRole('textbox', { name: `A common limit: ${end}`, exact: true }).fill(score);
  }
  await page.getByLabel('Note for the delegates', { exact: false }).fill('By post, on Tuesday.');
  await page.getByRole('button', { name: 'Enter the ballot' }).click();
  await expect(page.getByText('The ballot is entered')).toBeVisible();
}

test('from a blank page to an adopted profile: two rounds, twelve delegates, a phone, a paper ballot', async ({
  browser,
  open,
}) => {
  // Two rounds of everything: most of a minute on a machine with nothing else to do.
  test.setTimeout(300_000);
  const facilitator = await open('facilitator');
  const negotiation = await test.step('a blank page becomes a set-up', () => setUp(facilitator));
  const delegates = new Map<string, BrowserContext>();
  const phone = await open(null, { width: 360 });
  let link = '';

  await test.step('invites twelve, one by a link from the page; eleven join', async () => {
    await facilitator.goto(`/n/${negotiation}/people`);
    await facilitator.getByRole('combobox', { name: 'Speaks for' }).selectOption({ label: 'Alder Labs' });
    await facilitator.getByRole('button', { name: 'Make a link instead' }).click();
    link = await facilitator.getByTestId('invitation-link').getByRole('textbox').inputValue();
    const others = IDS.filter((id) => id !== PHONE);
    const invited = z.array(z.object({ path: z.string() })).parse(
      await call(facilitator, 'member.invite', {
        negotiation,
        invitations: others.map((stakeholder) => ({ address: null, role: 'delegate', stakeholder })),
        idempotencyKey: crypto.randomUUID(),
      }),
    );
    for (const [index, { path }] of invited.entries()) {
      const id = others[index] ?? '';
      delegates.set(id, await joinByLink(browser, path, id));
    }
  });
  const as = (id: string): Sender => delegates.get(id) ?? phone;

  const desk = new SessionPage(facilitator, negotiation);
  await test.step('opens round 1 with a deadline', async () => {
    await desk.open();
    await desk.button('In a week').click();
    await desk.button('Open round 1').click();
    await expect(desk.state).toContainText('Round 1 is open. 0 of 12');
  });

  await test.step('a delegate on a phone, by keyboard alone', () => joinAndCastByKeyboard(phone, link));
  await expect(desk.state).toContainText('1 of 12');

  await test.step('a ballot on paper counts once its delegate confirms it', async () => {
    await enterOnPaper(facilitator, negotiation);
    expect(await accessibilityFaults(facilitator)).toEqual([]);
    await desk.open();
    await expect(desk.state).toContainText('1 of 12');
    const delegate = await delegates.get(PAPER)?.newPage();
    if (delegate === undefined) throw new Error('nobody speaks for it');
    await delegate.goto(`/n/${negotiation}`);
    await delegate.getByRole('link', { name: 'See the paper ballot' }).click();
    const entered = delegate.getByTestId('paper-ballot');
    await expect(entered).toContainText('By post, on Tuesday.');
    await expect(entered.getByRole('row', { name: /^A common limit 55 65 75/ })).toBeVisible();
    await entered.getByRole('button', { name: 'Confirm: it is ours' }).click();
    await expect(delegate.getByTestId('receipt')).toBeVisible();
    await expect(desk.state).toContainText('2 of 12');
  });

  await test.step('the others cast, one proposes an amendment, and the round is closed', async () => {
    for (const id of IDS.filter((each) => each !== PHONE && each !== PAPER)) {
      // A stakeholder in three would rather go on as today.
      const limit = IDS.indexOf(id) % 3 === 0 ? 30 : 55;
      await castScores(as(id), negotiation, id, { 'as-today': 40, 'a-common-limit': limit });
    }
    await call(as(PROPOSER), 'profile.propose', {
      negotiation,
      stakeholder: PROPOSER,
      admit: false,
      profile: {
        id: 'a-limit-with-shares',
        title: 'A limit with shares',
        amends: 'a-common-limit',
        strategies: { alder: 'Train below the limit', birch: 'Share the compute', grove: 'Inspect' },
      },
      idempotencyKey: crypto.randomUUID(),
    });
    await expect(desk.state).toContainText('12 of 12');
    await desk.button('Admit A limit with shares').click();
    await expect(desk.section('Proposals')).toContainText('No proposal waits.');
    await desk.button('Close the round now').click();
    await expect(desk.dialog).toContainText('Every stakeholder has a ballot.');
    await desk.dialog.getByRole('button', { name: 'Close round 1' }).click();
    await expect(desk.state).toContainText('Round 1 is closed');
  });

  await test.step('in round 2 all twelve take a stand on the amendment', async () => {
    await desk.button('Open round 2').click();
    await expect(desk.state).toContainText('Round 2 is open');
    await phone.goto(`/n/${negotiation}`);
    await expect(phone.getByText('not covered by the ballot of Alder Labs')).toBeVisible();
    for (const id of IDS) {
      await castScores(as(id), negotiation, id, {
        'as-today': 40,
        'a-common-limit': 55,
        'a-limit-with-shares': 70,
      });
    }
    await desk.confirm('Close the round now', 'Close round 2');
    await expect(desk.state).toContainText('Round 2 is closed');
  });

  await test.step('adopts it, and a delegate reports on the commitment', async () => {
    await facilitator.getByRole('radio', { name: 'A limit with shares' }).check();
    await desk.confirm('Conclude the negotiation', 'Adopt A limit with shares');
    await expect(facilitator.getByTestId('conclusion')).toHaveText('Adopted: A limit with shares.');
    await phone.goto(`/n/${negotiation}/commitments`);
    await expect(phone.getByText('Train below the limit')).toBeVisible();
    await phone.getByRole('button', { name: 'Report for Alder Labs' }).click();
    await phone.getByRole('radio', { name: 'under way' }).check();
    await phone.getByRole('button', { name: 'Report', exact: true }).click();
    await expect(phone.getByText('0 kept, 1 under way, 0 planned', { exact: false })).toBeVisible();
    expect(await accessibilityFaults(phone)).toEqual([]);
  });

  for (const context of delegates.values()) await context.close();
});
