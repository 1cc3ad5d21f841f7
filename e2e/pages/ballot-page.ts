import { expect, type Locator, type Page } from '@playwright/test';
import { NEGOTIATION } from '../signed-in';

export class BallotPage {
  readonly page: Page;
  readonly negotiation: string;

  constructor(page: Page, negotiation = NEGOTIATION) {
    this.page = page;
    this.negotiation = negotiation;
  }

  async open(stakeholder?: string) {
    await this.page.goto(
      `/n/${this.negotiation}/ballot${stakeholder === undefined ? '' : `?stakeholder=${stakeholder}`}`,
    );
    await expect(this.preview).not.toHaveText('Computing…');
  }

  /** A handle of a profile's interval. */
  handle(profile: string, end: 'low' | 'best' | 'high'): Locator {
    return this.page.getByRole('slider', { name: `${profile}: ${end}`, exact: true });
  }

  /** The number beside the handle. */
  number(profile: string, end: 'low' | 'best' | 'high'): Locator {
    return this.page.getByRole('textbox', { name: `${profile}: ${end}`, exact: true });
  }

  get preview() {
    return this.page.getByTestId('preview');
  }

  get remarks() {
    return this.page.getByTestId('remarks');
  }

  get draftState() {
    return this.page.getByTestId('draft-state');
  }

  get review() {
    return this.page.getByRole('button', { name: 'Review what will be recorded' });
  }

  get dialog() {
    return this.page.getByRole('dialog', { name: 'This will be recorded' });
  }

  get receipt() {
    return this.page.getByTestId('receipt');
  }

  async press(key: string, times = 1) {
    for (let n = 0; n < times; n += 1) await this.page.keyboard.press(key);
  }
}
