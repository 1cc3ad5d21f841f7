/** A transaction in two round trips: what must be known goes out with BEGIN, what is to be written with COMMIT. */
import {
  DatabaseError,
  inOneGo,
  type Pool,
  type PoolClient,
  type QueryConfig,
  rolledBackIfThrown,
} from '../pool';

export interface Outcome<T> {
  readonly value: T;
  /** Written in this order, all of them or none. */
  readonly statements: readonly QueryConfig[];
}

/**
 * The connections of the pool are pipelined: statements that are sent without a wait in between go out together, and
 * the server carries them out one after the other. After one that fails it refuses the rest, COMMIT included.
 *
 * @param ask sends its questions before it first waits.
 * @throws {Error} whatever failed. Nothing was written where `wasRolledBack` says so; otherwise nobody knows.
 */
export function inTwoRoundTrips<Q, T>(
  pool: Pool,
  ask: (client: PoolClient) => Promise<Q>,
  decide: (client: PoolClient, asked: Q) => Promise<Outcome<T>>,
): Promise<T> {
  return rolledBackIfThrown(pool, async (client) => {
    const [, asked] = await Promise.all(inOneGo(client, () => [client.query('BEGIN'), ask(client)] as const));
    const { value, statements } = await decide(client, asked);
    await commitWith(client, statements);
    return value;
  });
}

/** Ends a transaction with what it still has to write, in one round trip. @throws {Error} as `inTwoRoundTrips` does. */
export async function commitWith(client: PoolClient, statements: readonly QueryConfig[]): Promise<void> {
  const [writing, committing] = inOneGo(client, () => [
    statements.map((statement) => client.query(statement)),
    client.query('COMMIT'),
  ]);
  const outcomes = await Promise.allSettled([...writing, committing]);
  // The first is the cause: after it the server refuses the others for its sake.
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  const { command } = await committing;
  // Postgres answers so to a COMMIT of what has failed already.
  if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`);
}

/**
 * Classes of SQLSTATE that a statement or its data brings about: bad data, a constraint, a deadlock, a state, a name, a
 * trigger's refusal. Postgres has rolled back then. Not those of a connection or a server that goes away.
 */
const OF_THE_STATEMENT = /^(?:22|23|25|40|42|P0)/;

/** Whether it is certain that nothing was written, and that another try need not fail likewise. */
export function wasRolledBack(error: unknown): boolean {
  return error instanceof DatabaseError && OF_THE_STATEMENT.test(error.code ?? '');
}
