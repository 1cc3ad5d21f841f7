import { SignInPage } from './pages/sign-in-page';
import { expect, NEGOTIATION, test } from './signed-in';

test('each demonstration role signs in with one click', async ({ open }) => {
  for (const name of [/facilitator/i, /auditor/i, /observer/i, /Dovra/]) {
    const page = await open(null);
    await page.goto('/sign-in');
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'My negotiations' })).toBeVisible();
    await expect(page.getByText('This is a demonstration')).toBeVisible();
  }
});

test('a wrong password is told in a sentence, and the e-mail is kept', async ({ open }) => {
  const page = await open(null);
  await new SignInPage(page).submit('gov-arden@demo.example', 'not-this');
  await expect(page.getByRole('alert').filter({ hasText: 'is not right' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('gov-arden@demo.example');
});

test('whoever is signed out is asked to sign in, and comes back to the page', async ({ open }) => {
  const page = await open(null);
  await page.goto(`/n/${NEGOTIATION}`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByRole('button', { name: /observer/i }).click();
  await expect(page).toHaveURL(new RegExp(`/n/${NEGOTIATION}$`));
});

test('signing out everywhere ends the session in another window too', async ({ open }) => {
  const [first, second] = [await open(null), await open(null)];
  for (const page of [first, second]) {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: /Cirrus/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'My negotiations' })).toBeVisible();
  }
  await first.goto('/account');
  await first.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(first).toHaveURL(/\/$/);
  await second.goto('/negotiations');
  await expect(second).toHaveURL(/\/sign-in/);
});

test('the theme chosen on the account page is painted by the server', async ({ open }) => {
  const page = await open('observer');
  await page.goto('/account');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto(`/n/${NEGOTIATION}`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('an address that leads nowhere says so in a plain sentence', async ({ open }) => {
  const page = await open('auditor');
  const response = await page.goto('/n/no-such-negotiation');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
});
