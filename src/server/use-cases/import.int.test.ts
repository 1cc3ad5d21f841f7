import { afterAll, beforeAll, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { freshDatabase, type TestDatabase } from '../testing/database';
import { accountOf, callerFor, exampleFile, people, settleStanding } from '../testing/negotiation';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = database.open();
});
afterAll(() => database.drop());

it.each(['frontier-training', 'small-01', 'small-07'])(
  '%s imports and exports again to an equal file',
  async (name) => {
    const file = exampleFile(name);
    const log = `import-${name}`;
    const actor = await givePseudonym(store, log, await accountOf(store, 'facilitator'));
    const created = await store.appender.append({
      log,
      actor,
      begins: true,
      command: { kind: 'createNegotiation', title: file.title, mode: 'open', public: false, succeeds: null },
    });
    expect(created.ok).toBe(true);
    const imported = await store.appender.append({ log, actor, command: { kind: 'importFile', file } });
    expect(imported.ok || imported.error).toBe(true);
    await settleStanding(store, log);
    const caller = callerFor(store, await people(store)('facilitator'));
    const exported = await caller.negotiation.export({ negotiation: log });
    expect(exported).toEqual(file);
    // The exported file, aggregated, gives the very bytes that standing.get serves.
    for (const basis of ['stated', 'informed'] as const) {
      const { result } = await caller.standing.get({ negotiation: log, basis });
      expect(JSON.stringify(result)).toBe(JSON.stringify(aggregate(toNegotiation(exported), { basis })));
    }
  },
);
