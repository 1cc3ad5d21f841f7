import { expect, type Locator, type Page } from '@playwright/test';
import { NEGOTIATION } from '../signed-in';

type Part = 'low' | 'best' | 'high' | 'whole interval';

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

  /** A handle of a profile's interval, or its bar. */
  handle(profile: string, end: Part): Locator {
    return this.page.getByRole('slider', { name: `${profile}: ${end}`, exact: true });
  }

  /** The middle of what a finger or a mouse takes hold of, scrolled into view. */
  async grip(profile: string, end: Part): Promise<{ x: number; y: number }> {
    const thumb = this.handle(profile, end).locator('xpath=..');
    const held = end === 'whole interval' ? thumb : thumb.locator('svg');
    await held.scrollIntoViewIfNeeded();
    const box = await held.boundingBox();
    if (box === null) throw new Error(`${profile}: ${end} is not shown`);
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** How many pixels a number of points are on the common scale. */
  async pixels(profile: string, points: number): Promise<number> {
    const track = this.handle(profile, 'best').locator('xpath=../..');
    const box = await track.boundingBox();
    if (box === null) throw new Error(`${profile} has no scale`);
    return (points * box.width) / 100;
  }

  async numbers(profile: string): Promise<readonly number[]> {
    const read = (end: 'low' | 'best' | 'high') => this.number(profile, end).inputValue();
    return (await Promise.all([read('low'), read('best'), read('high')])).map(Number);
  }

  /** Whatever draft an earlier test has left. */
  async startAgain() {
    const again = this.page.getByRole('button', { name: 'Start again from the ballot that counts' });
    if (await again.isVisible()) await again.click();
    await expect(again).toBeHidden();
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
