import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { SignInPage } from './pages/sign-in-page';
import { SERVED } from './served';
import { expect, test } from './signed-in';

const EMAIL = 'passing.guest@test.example';
const PASSWORD = 'a guest for a moment';

async function onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: SERVED.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('whoever deletes their account is asked for the password, and is gone', async ({ open }) => {
  const passwordHash = await hash(PASSWORD);
  await onDatabase((client) =>
    client.query('INSERT INTO "user" (id, email, name, password_hash) VALUES ($1, $2, $3, $4)', [
      randomUUID(),
      EMAIL,
      'Passing Guest',
      passwordHash,
    ]),
  );
  const page = await open(null);
  await new SignInPage(page).signIn(EMAIL, PASSWORD);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Delete my account…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete your account?' });
  await dialog.getByLabel('Your password').fill('something else');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('That is not your password.');
  await dialog.getByLabel('Your password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  const left = await onDatabase((client) => client.query('SELECT FROM "user" WHERE email = $1', [EMAIL]));
  expect(left.rowCount).toBe(0);
});
