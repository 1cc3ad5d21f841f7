import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What a theme changes is colour, what a width changes is the rest: so all rules run at 1280 px in the light theme,
 * and in the other three combinations those that can come out differently.
 */
const VARIANTS = [
  { width: 1280, colorScheme: 'light', rules: 'all' },
  { width: 1280, colorScheme: 'dark', rules: 'colour' },
  { width: 360, colorScheme: 'light', rules: 'layout' },
  { width: 360, colorScheme: 'dark', rules: 'colour' },
] as const;

/**
 * Everything that axe finds on the page as it is, in both themes and at both widths, and whether it scrolls sideways.
 * The window is left as it was found.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Once a page: most of the time of a check is getting axe into it.
  await page.evaluate(axe.source);
  const faults: string[] = [];
  const before = page.viewportSize();
  for (const { width, colorScheme, rules } of VARIANTS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await page.evaluate(check, rules);
    faults.push(...found.map((fault) => `${width} ${colorScheme} ${fault}`));
  }
  if (before !== null) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return faults;
}

/** Runs in the page. */
async function check(rules: (typeof VARIANTS)[number]['rules']): Promise<readonly string[]> {
  const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const { violations } = await window.axe.run(document, {
    resultTypes: ['violations'],
    ...(rules === 'colour'
      ? { runOnly: ['color-contrast'] }
      : { rules: { 'color-contrast': { enabled: rules === 'all' } } }),
  });
  return [
    ...(wider > 0 ? [`scrolls sideways by ${wider}`] : []),
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
  ];
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
