import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatWitnessKey, witnessKeyOf } from '@/ledger/cosignature';
import { signingKey } from '@/ledger/note';
import { accessibilityFaults } from './pages/accessibility';
import { SignInPage } from './pages/sign-in-page';
import { expect, NEGOTIATION, test } from './signed-in';
import { startWitness, startWitnessedServer } from './witnessed';

/** Configured, and never there. */
const ABSENT = {
  key: formatWitnessKey(witnessKeyOf(signingKey('witness.example/absent', new Uint8Array(32).fill(3)))),
  url: 'http://127.0.0.1:9',
};

test('what a witness has cosigned is shown, verified in the browser and verified at home', async ({
  browser,
}, info) => {
  const folder = info.outputPath('witnessed');
  mkdirSync(folder, { recursive: true });
  // Its lock is a socket, whose path has to be short.
  const state = mkdtempSync(join(tmpdir(), 'parley-'));
  const witness = await startWitness(state, 'w1');
  const server = await startWitnessedServer(folder, [witness, ABSENT]);
  const context = await browser.newContext({ baseURL: server.url });
  try {
    const page = await context.newPage();
    await new SignInPage(page).signIn('auditor@demo.example', 'parley-demo');
    const shown = page.getByTestId('witnesses');
    const verification = page.getByTestId('verification');

    await test.step('the page says how far each witness has come', async () => {
      // A checkpoint goes out once it is published: until the witness has answered the page says that it has not.
      await expect(async () => {
        await page.goto(`/n/${NEGOTIATION}/history`);
        await expect(shown).toContainText(/witness\.example\/w1 has cosigned \d+ events/, { timeout: 1_000 });
      }).toPass();
      await expect(shown).toContainText(witness.key);
      await expect(shown).toContainText(
        'witness.example/absent has not cosigned anything of this history yet.',
      );
      const checkpoint = (await page.getByTestId('checkpoint').textContent()) ?? '';
      const size = checkpoint.split('\n')[1] ?? 'no size';
      await expect(shown).toContainText(`witness.example/w1 has cosigned ${size} events`);
      await expect(shown).not.toContainText('lack its cosignature');
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    await test.step('the browser finds the cosignature on the bundle, and misses that of another', async () => {
      const keys = page.getByLabel('Witnesses that must have cosigned');
      const verify = page.getByRole('button', { name: 'Verify in this browser' });
      await page.getByText('Check against what you have kept yourself').click();
      await keys.fill(witness.key);
      await verify.click();
      await expect(verification).toContainText(/All of it holds: \d+ events/);
      await expect(verification).toContainText('the witnesses have cosigned this history: 1 time');
      await expect(verification).toContainText('this is the only one that a witness vouches for');
      await keys.fill(ABSENT.key);
      await verify.click();
      await expect(verification).toContainText(
        'The history does not hold: the witnesses have cosigned this history.',
      );
    });

    await test.step('so does the command line, on the bundle and on what was cosigned', async () => {
      const saved = async (link: string) => {
        const download = page.waitForEvent('download');
        await page.getByRole('link', { name: link }).click();
        const path = info.outputPath((await download).suggestedFilename());
        await (await download).saveAs(path);
        return path;
      };
      const bundle = await saved('Download the audit bundle');
      const since = await saved('Save the cosigned checkpoint');
      const verify = (key: string) =>
        spawnSync('node', ['bin/parley.js', 'verify', bundle, '--since', since, '--witness', key]);
      expect(verify(witness.key).status).toBe(0);
      expect(verify(ABSENT.key).status).toBe(1);
    });

    await test.step('a witness that is gone lags behind, and the page says by how much', async () => {
      await witness.stop();
      const delegate = await (await browser.newContext({ baseURL: server.url })).newPage();
      await new SignInPage(delegate).signIn('lab-aurora@demo.example', 'parley-demo');
      const answer = await delegate.request.post('/api/trpc/comment.post', {
        headers: { origin: server.url },
        data: {
          negotiation: NEGOTIATION,
          topic: { kind: 'negotiation' },
          replyTo: null,
          argument: null,
          stakeholder: null,
          text: 'Said while no witness was there.',
          idempotencyKey: 'said while no witness was there',
        },
      });
      expect(await answer.text()).toContain('result');
      await delegate.context().close();
      await page.reload();
      await expect(shown).toContainText('The newest event lacks its cosignature.');
    });
  } finally {
    await context.close();
    await server.stop();
    await witness.stop();
    rmSync(state, { recursive: true });
  }
});
