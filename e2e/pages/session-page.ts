import type { Page } from '@playwright/test';

/** The facilitator's desk, and what other members see of it. */
export class SessionPage {
  readonly page: Page;
  readonly negotiation: string;

  constructor(page: Page, negotiation: string) {
    this.page = page;
    this.negotiation = negotiation;
  }

  async open() {
    await this.page.goto(`/n/${this.negotiation}/session`);
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  section(name: string) {
    return this.page.getByRole('region', { name, exact: true });
  }

  get state() {
    return this.page.getByTestId('session-state');
  }

  /** A dialog that asks before something is done. */
  get dialog() {
    return this.page.getByRole('alertdialog');
  }

  /** Opens the dialog, and does what it asks about. */
  async confirm(action: string, confirm: string) {
    await this.button(action).click();
    await this.dialog.getByRole('button', { name: confirm }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
