/**
 * One transaction of a log: lock the head, judge each waiting command against the state so far, write what came of
 * them. A command that is refused, or that fails, takes no other with it.
 */
import type { Pool, PoolClient } from '../pool';
import { type GoingAhead, writeAhead } from './ahead';
import { usedKeys } from './idempotency';
import { type Judged, type JudgeParts, judgeAll, type LookedUp, type Written } from './judge-batch';
import { beginLog, lockHead } from './lock-head';
import { peopleThere } from './people-there';
import { peopleOf, recognisedSessions } from './recognise';
import type { AppendRequest } from './request';
import { inTwoRoundTrips } from './transaction';

export interface BatchParts extends JudgeParts {
  readonly pool: Pool;
  readonly ahead: GoingAhead;
}

export async function writeBatch(
  parts: BatchParts,
  log: string,
  requests: readonly AppendRequest[],
): Promise<Written> {
  const judged = (await writeAhead(parts, log, requests)) ?? (await writeTheLongWay(parts, log, requests));
  if (judged.newest !== null) parts.states.put(log, judged.newest);
  return judged.written;
}

function writeTheLongWay(
  parts: BatchParts,
  log: string,
  requests: readonly AppendRequest[],
): Promise<Judged> {
  const asked = performance.now();
  return inTwoRoundTrips(
    parts.pool,
    (client) => lookUp(client, log, requests),
    (client, known) => {
      if (known.head !== null) parts.ahead.locked(log, known.head, asked);
      return judgeAll(parts, client, log, requests, known);
    },
  );
}

/** In this order: what is asked after the head is locked sees what the appends before it wrote. */
async function lookUp(
  client: PoolClient,
  log: string,
  requests: readonly AppendRequest[],
): Promise<LookedUp> {
  const people = peopleOf(requests).map(({ userId }) => userId);
  const [, head, used, there, recognised] = await Promise.all([
    requests.some((request) => request.begins) ? beginLog(client, log) : undefined,
    lockHead(client, log),
    usedKeys(client, log, requests),
    peopleThere(client, people),
    recognisedSessions(client, log, requests),
  ]);
  return { head, used, there, recognised };
}
