import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from '@/ledger/checkpoint';
import { checkEpochs } from '../../jobs/check-epochs';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { exampleFile, playedNegotiation } from '../../testing/negotiation';
import { checkpointAt } from '../checkpoints';
import { readEventText } from '../events';
import { logHead } from '../log-head';

const LOG = 'restored';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

it('begins a new epoch that quotes the lost checkpoint, once, when the database came back shorter', async () => {
  const before = database.open();
  await playedNegotiation(before, LOG, exampleFile('small-01'));
  const head = await logHead(before.pool, LOG);
  const size = head.size + 5;
  const origin = `localhost/parley/${LOG}`;
  const signed = signCheckpoint({ origin, size, root: new Uint8Array(32) }, before.keys.of(LOG, 1));
  const lost = { epoch: 1, size, note: signed };
  // A later signature than the database knows of: what a restore from a backup looks like.
  await before.signed.record(LOG, lost);

  const after = database.open(before.dataFolder);
  await checkEpochs(after);
  await checkEpochs(after);
  const now = await logHead(after.pool, LOG);
  expect(now).toEqual({ size: head.size + 1, epoch: 2 });
  const text = await readEventText(after.pool, LOG, head.size);
  expect(JSON.parse(text ?? '')).toMatchObject({
    type: 'epoch.begun',
    actor: 'system',
    data: { epoch: 2, checkpoint: lost.note },
  });
  const { state } = (await after.states.newest(LOG)) ?? {};
  expect(state?.restored).toMatchObject({ position: head.size, signed: size });
  const note = await checkpointAt(after.pool, after, LOG, 2, now.size);
  const opened = openCheckpoint(note, after.keys.of(LOG, 2));
  expect(opened.ok && opened.checkpoint.origin).toBe(`localhost/parley/${LOG}/2`);
});

it('notices a database that grew again to another history of the same length', async () => {
  const one = database.open();
  await playedNegotiation(one, 'other', exampleFile('small-02'));
  const { size } = await logHead(one.pool, 'other');
  const root = Buffer.alloc(32, 7).toString('base64');
  const note = `localhost/parley/other\n${size}\n${root}\n\n— localhost/parley/other ${Buffer.alloc(68).toString('base64')}\n`;
  const { SignedSizes } = await import('../../signing/signed-sizes');
  const apart = database.open();
  await new SignedSizes(apart.dataFolder).record('other', { epoch: 1, size, note });
  await checkEpochs(apart);
  expect((await logHead(apart.pool, 'other')).epoch).toBe(2);
});

it('leaves a log alone that extends what was signed', async () => {
  const again = database.open(database.open().dataFolder);
  await playedNegotiation(again, 'intact', exampleFile('small-03'));
  const head = await logHead(again.pool, 'intact');
  await checkEpochs(database.open(again.dataFolder));
  expect(await logHead(again.pool, 'intact')).toEqual(head);
});
