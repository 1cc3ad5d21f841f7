/** Everything that the server keeps: the database, and what is kept apart from it. One a process, more in tests. */
import { env } from '../env';
import { logger } from '../logger';
import { isObject, processWide } from '../process/singleton';
import { LogKeys, previousSeeds, signingSeed } from '../signing/keys';
import { SignedSizes } from '../signing/signed-sizes';
import type { Witness } from '../witnesses/configured';
import { GoingAhead } from './append/ahead';
import { Appender } from './append/appender';
import { Listener } from './listener';
import { openPool, type Pool } from './pool';
import { openPrisma, type PrismaClient } from './prisma';
import { ReadResults } from './read-results';
import { States } from './states';
import { Visits } from './visits';

export interface Store {
  readonly url: string;
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  readonly keys: LogKeys;
  readonly signed: SignedSizes;
  readonly states: States;
  readonly appender: Appender;
  readonly visits: Visits;
  readonly results: ReadResults;
  readonly listener: Listener;
  /** Whom checkpoints are shown to. */
  readonly witnesses: readonly Witness[];
  close(): Promise<void>;
}

export interface StoreSettings {
  readonly url: string;
  readonly dataFolder: string;
  /** First part of the origin of checkpoints. */
  readonly host: string;
  readonly signingKey?: string | undefined;
  /** Keys that logs were signed with before (ledger.md §1, `key.rotated`). */
  readonly previousKeys?: string | undefined;
  readonly witnesses?: readonly Witness[];
}

/** Pages that are written at once without a look before: of as many logs. */
const MOST_AHEAD = 8;

export function openStore({
  url,
  dataFolder,
  host,
  signingKey,
  previousKeys,
  witnesses = [],
}: StoreSettings): Store {
  const onError = (error: Error) => logger().warn({ err: error }, 'a database connection broke');
  const pool = openPool(url, onError);
  const aheadPool = openPool(url, onError, MOST_AHEAD);
  const prisma = openPrisma(pool);
  const keys = new LogKeys(
    host,
    signingSeed(signingKey, dataFolder),
    previousSeeds(previousKeys, dataFolder),
  );
  const signed = new SignedSizes(dataFolder);
  const states = new States(pool);
  const ahead = new GoingAhead(aheadPool, states, signed);
  const appender = new Appender({ pool, keys, signed, states, ahead });
  return {
    url,
    pool,
    prisma,
    keys,
    signed,
    states,
    appender,
    visits: new Visits(pool),
    results: new ReadResults(pool),
    listener: new Listener(url),
    witnesses,
    close: async () => {
      await appender.close();
      await prisma.$disconnect();
      await pool.end();
      await aheadPool.end();
      signed.close();
    },
  };
}

/** This process's store, opened at first use from the settings. */
export function store(): Store {
  return processWide<Store>('store', isObject, () => {
    const {
      DATABASE_URL,
      PARLEY_DATA,
      PARLEY_HOST,
      PARLEY_SIGNING_KEY,
      PARLEY_PREVIOUS_SIGNING_KEY,
      PARLEY_WITNESSES,
    } = env();
    return openStore({
      url: DATABASE_URL,
      dataFolder: PARLEY_DATA,
      host: PARLEY_HOST,
      signingKey: PARLEY_SIGNING_KEY,
      previousKeys: PARLEY_PREVIOUS_SIGNING_KEY,
      witnesses: PARLEY_WITNESSES,
    });
  });
}
