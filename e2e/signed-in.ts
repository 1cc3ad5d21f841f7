import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { type MailServer, startMailServer } from '@/server/mail/testing/mail-server';
import { SignInPage } from './pages/sign-in-page';
import { SERVED } from './served';

export const NEGOTIATION = 'frontier-training';

export type Who = 'admin' | 'facilitator' | 'auditor' | 'observer' | 'lab-aurora' | 'cloud-equinox';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What a worker keeps from one test to the next. */
interface Kept {
  readonly states: Map<Who, State>;
  readonly mail: MailServer;
}

/**
 * `open(who)`: a window of its own, signed in as that demonstration account (`null`: signed out). Each account signs
 * in once per run, since the server limits attempts. `mail`: the SMTP server of this worker's Parley.
 */
export const test = base.extend<
  { open: (who: Who | null, options?: { width?: number }) => Promise<Page>; mail: MailServer },
  { kept: Kept }
>({
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const mail = await startMailServer(SERVED.mailPort);
      await use({ states: new Map(), mail });
      await mail.close();
    },
    // Before the first test: a letter that finds nobody is tried again half a minute later.
    { scope: 'worker', auto: true },
  ],
  mail: ({ kept }, use) => use(kept.mail),
  open: async ({ browser, kept: { states } }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, { width = 1280 } = {}) => {
      const viewport = { width, height: width < 600 ? 760 : 900 };
      const kept = who === null ? undefined : states.get(who);
      const context = await browser.newContext({ viewport, ...(kept && { storageState: kept }) });
      contexts.push(context);
      const page = await context.newPage();
      if (who !== null && kept === undefined) {
        await new SignInPage(page).signIn(`${who}@demo.example`, 'parley-demo');
        states.set(who, await context.storageState());
      }
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
