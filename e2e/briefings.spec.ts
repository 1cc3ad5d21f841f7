import { call } from './invented';
import { accessibilityFaults } from './pages/accessibility';
import { tabTo } from './pages/keyboard';
import { expect, NEGOTIATION, test } from './signed-in';

const ROOT = `/n/${NEGOTIATION}`;

const TEXT = `# Since March

The bound **held** in 40 of 40 drills. <script>document.title = 'taken'</script>

![The drill](https://pictures.example/drill.png) and [the protocol](https://drills.example/protocol), not [here](/account).`;

test('a briefing is published, read and acknowledged by keyboard, and its Markdown does no harm', async ({
  open,
}) => {
  const facilitator = await open('facilitator');
  await call(facilitator, 'briefing.publish', {
    negotiation: NEGOTIATION,
    briefing: { id: 'since-march', title: 'What happened since March' },
    text: TEXT,
    idempotencyKey: 'briefings.spec',
  });

  const delegate = await open('lab-aurora');
  await delegate.goto(`${ROOT}/briefings`);
  await expect(delegate.getByText('Aurora Labs has not acknowledged it yet.')).toBeVisible();
  expect(await accessibilityFaults(delegate)).toEqual([]);
  await tabTo(delegate, delegate.getByRole('link', { name: 'What happened since March' }));
  await delegate.keyboard.press('Enter');
  await expect(delegate.getByRole('heading', { level: 1 })).toHaveText('What happened since March');
  await expect(delegate.getByRole('heading', { level: 2, name: 'Since March' })).toBeVisible();
  expect(await delegate.title()).not.toContain('taken');
  await expect(delegate.locator('main img')).toHaveCount(0);
  await expect(delegate.getByRole('link', { name: 'the protocol' })).toHaveAttribute('rel', /nofollow/);
  await expect(delegate.getByText('(leads to drills.example)')).toBeVisible();
  await expect(delegate.getByRole('link', { name: 'here', exact: true })).toHaveCount(0);

  await tabTo(delegate, delegate.getByRole('button', { name: 'I have read it, for Aurora Labs' }));
  await delegate.keyboard.press('Enter');
  await expect(delegate.getByText('Aurora Labs has acknowledged it.')).toBeVisible();
  await expect(
    delegate.getByText('1 of 12 stakeholders have acknowledged the newest version.'),
  ).toBeVisible();
  expect(await accessibilityFaults(delegate)).toEqual([]);

  const observer = await open('observer');
  await observer.goto(`${ROOT}/briefings/since-march`);
  await expect(observer.getByText('Members of the negotiation see who has acknowledged what.')).toBeVisible();
  await expect(observer.getByRole('button', { name: /I have read it/ })).toHaveCount(0);
});

test('one argues, mentions somebody by keyboard, and a facilitator takes it away with a trace', async ({
  open,
}) => {
  const delegate = await open('lab-aurora');
  await delegate.goto(`${ROOT}/discussion?about=profile/joint-project`);
  const field = delegate.getByRole('textbox', { name: 'Comment' });
  await tabTo(delegate, field);
  await delegate.keyboard.type('It shares the risk, as @arden');
  await expect(delegate.getByRole('option', { name: 'Republic of Arden @gov-arden' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await delegate.keyboard.press('Enter');
  await expect(field).toHaveValue(/as @gov-arden $/);
  await delegate.keyboard.type('says.');
  await delegate.reload();
  await expect(field).toHaveValue('It shares the risk, as @gov-arden says.');
  await tabTo(delegate, delegate.getByRole('radio', { name: 'neither' }));
  await delegate.keyboard.press('ArrowDown');
  await tabTo(delegate, delegate.getByRole('button', { name: 'Post' }));
  await delegate.keyboard.press('Enter');
  const comment = delegate.getByRole('article');
  await expect(comment).toContainText(/for Aurora Labs/);
  await expect(comment.locator('mark')).toContainText('Arden');
  await expect(field).toHaveValue('');
  await expect(delegate.getByText('One comment: 1 argument for, 0 arguments against.')).toBeVisible();
  expect(await accessibilityFaults(delegate)).toEqual([]);

  const facilitator = await open('facilitator');
  await facilitator.goto(`${ROOT}/discussion?about=profile/joint-project`);
  await facilitator.getByRole('button', { name: 'Redact' }).click();
  const dialog = facilitator.getByRole('alertdialog');
  await dialog.getByLabel('Reason').fill('Off the point.');
  await dialog.getByRole('button', { name: 'Redact it' }).click();
  await expect(facilitator.getByRole('article')).toContainText(
    /Redacted on .* by a facilitator.*Off the point\./,
  );
  await expect(facilitator.getByText('shares the risk')).toHaveCount(0);
});
