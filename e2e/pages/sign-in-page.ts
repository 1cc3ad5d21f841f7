import { expect, type Page } from '@playwright/test';

export class SignInPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async submit(email: string, password: string) {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async signIn(email: string, password: string) {
    await this.submit(email, password);
    await expect(this.page.getByRole('heading', { level: 1, name: 'My negotiations' })).toBeVisible();
  }
}
