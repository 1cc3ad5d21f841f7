/**
 * /api/unsubscribe: stops letters of a kind by the link in one of them (RFC 8058). A GET changes nothing, since
 * scanners of mail open every link: it leads to a page that asks. A mail program's POST does it at once.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setStop } from '../db/readers';
import type { Store } from '../db/store';
import { readUnsubscription } from '../mail/unsubscribe';

export const UNSUBSCRIBE = '/api/unsubscribe';

/** @param refuse answers with one sentence. */
export async function answerUnsubscribe(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
  refuse: (response: ServerResponse, status: number, sentence: string) => void,
): Promise<void> {
  const search = new URL(request.url ?? '/', 'http://here').searchParams;
  const asked = readUnsubscription(search);
  if (asked === null) {
    return refuse(response, 404, 'This link is not one of ours, or was cut short. Nothing was changed.');
  }
  if (request.method === 'GET' || request.method === 'HEAD') {
    response.writeHead(303, { location: `/unsubscribe?${search}`, 'cache-control': 'no-store' });
    response.end();
    return;
  }
  if (request.method !== 'POST') return refuse(response, 405, 'Send a POST.');
  await setStop(store.pool, asked.user, asked.kind, true);
  refuse(
    response,
    200,
    'You get no more letters of this kind. The inbox on the site shows these messages all the same.',
  );
}
