/** From a page to the statements that write it. */
import { appendLeaves, type Edge, edgeAddresses, readEdge } from '@/ledger/tree';
import type { NegotiationState } from '@/negotiation/state';
import type { Pool, PoolClient, QueryConfig } from '../pool';
import type { StateAt } from '../states';
import { readNodes } from '../tree-nodes';
import type { Page } from './page';
import { changedBallots, projectionStatements } from './projections';
import { SEATS_CHANGED, seatsDiffer } from './seats';
import { pageStatement } from './write-page';

/** What writes the page, and what the log is once it is written. */
export async function writing(
  database: Pool | PoolClient,
  page: Page,
  known: StateAt | null,
): Promise<{ state: NegotiationState; edge: Edge; statements: QueryConfig[] }> {
  const { state, log } = page;
  if (state === null) throw new Error('events were added and there is no state');
  const before = known?.state ?? null;
  const oldSize = known === null ? 0 : known.position + 1;
  const { added, edge } = appendLeaves(
    known?.edge ?? (await storedEdge(database, log, oldSize)),
    page.events.map((row) => row.leaf),
  );
  const statements = [
    pageStatement(page, added, changedBallots(before, state)),
    ...projectionStatements(log, before, state),
  ];
  if (seatsDiffer(before, state)) {
    statements.push({ text: 'SELECT pg_notify($1, $2)', values: [SEATS_CHANGED, log] });
  }
  if (page.redacted.length > 0) {
    const text = 'DELETE FROM event_text WHERE log = $1 AND hash = ANY ($2)';
    statements.push({ text, values: [log, page.redacted] });
  }
  return { state, edge, statements };
}

async function storedEdge(database: Pool | PoolClient, log: string, size: number): Promise<Edge> {
  return readEdge(size, await readNodes(database, log, edgeAddresses(size)));
}
