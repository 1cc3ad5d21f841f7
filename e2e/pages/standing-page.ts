import type { Page } from '@playwright/test';
import { NEGOTIATION } from '../signed-in';

/** The overview and the results of the demonstration. */
export class StandingPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openOverview(basis: 'stated' | 'informed' = 'informed') {
    await this.page.goto(`/n/${NEGOTIATION}?basis=${basis}`);
  }

  async openResults(basis: 'stated' | 'informed' = 'informed') {
    await this.page.goto(`/n/${NEGOTIATION}/results?basis=${basis}`);
  }

  get sentence() {
    return this.page.getByTestId('standing-sentence');
  }

  /** One profile's row of the picture. */
  row(profile: string) {
    return this.page.locator(`li[data-profile="${profile}"]`);
  }

  get live() {
    return this.page.locator('[data-live="on"]');
  }

  get liveSentence() {
    return this.page.getByTestId('live-sentence');
  }
}
