/** GET /api/health: 200 only when the server is ready and the database answers, else 503. */
import type { ServerResponse } from 'node:http';
import type { Store } from '../db/store';

const PATIENCE_MS = 2_000;

export async function answerHealth(store: Store, isReady: boolean, response: ServerResponse): Promise<void> {
  const isUp = isReady && (await Promise.race([answers(store), late()]));
  response.writeHead(isUp ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(
    JSON.stringify({ status: isUp ? 'ok' : isReady ? 'the database does not answer' : 'starting' }),
  );
}

async function answers(store: Store): Promise<boolean> {
  try {
    await store.pool.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}

function late(): Promise<boolean> {
  return new Promise((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
}
