import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../db/store';
import { freshDatabase, type TestDatabase } from '../../testing/database';
import { callerFor, exampleFile, people, playedNegotiation } from '../../testing/negotiation';

const PLACE = { negotiation: 'kept', stakeholder: 'lab-aurora' } as const;

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
  await playedNegotiation(store, PLACE.negotiation, exampleFile('frontier-training'));
});
afterAll(() => database.drop());

const draft = (score: number) => ({ kind: 'scores', body: { scores: { race: score } } }) as const;
const window = async () => callerFor(store, await people(store)(PLACE.stakeholder));

it('is kept by one of two windows that started from the same draft, whichever asks first', async () => {
  const [one, two] = [await window(), await window()];
  const save = (by: typeof one, score: number, replaces: string | null) =>
    by.ballot.saveDraft({ ...PLACE, draft: draft(score), replaces });

  const first = await save(one, 1, null);
  await expect(save(two, 2, null)).rejects.toThrow('in another window');
  const second = await save(one, 3, first.savedAt);
  await expect(save(two, 4, first.savedAt)).rejects.toThrow('Nothing was overwritten');
  expect((await two.ballot.mine(PLACE)).draft).toEqual({ body: draft(3), savedAt: second.savedAt });

  const both = await Promise.allSettled([save(one, 5, second.savedAt), save(two, 6, second.savedAt)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

  // Of two at one moment the later is told apart all the same.
  const last = await two.ballot.saveDraft({ ...PLACE, draft: draft(7) });
  const again = await two.ballot.saveDraft({ ...PLACE, draft: draft(8) });
  expect(again.savedAt > last.savedAt).toBe(true);
});

it('does not come back to life once its ballot is cast in another window', async () => {
  const [one, two] = [await window(), await window()];
  const { savedAt } = await one.ballot.saveDraft({ ...PLACE, draft: draft(1) });
  await one.ballot.cast({ ...PLACE, scores: { race: 1 }, idempotencyKey: 'cast' });
  await expect(two.ballot.saveDraft({ ...PLACE, draft: draft(2), replaces: savedAt })).rejects.toThrow(
    'its ballot was cast',
  );
  expect((await two.ballot.mine(PLACE)).draft).toBeNull();
});
