/** What our own server answers before Next is asked: health, tRPC and its streams. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import type { Store } from '../db/store';
import type { Hub } from '../live/hub';
import { logger } from '../logger';
import { contextOf } from '../trpc/context';
import { appRouter } from '../trpc/router';
import { answerHealth } from './health';
import { answerPlainCall, isPlainCall } from './plain-call';
import { answerUnsubscribe, UNSUBSCRIBE } from './unsubscribe';

const TRPC = '/api/trpc/';
/** A ballot of 64 profiles and 64 criteria with every `without` score stays under this. */
const MOST_BYTES = 1024 * 1024;
const MOST_CALLS = 10;

/** `true` where the request was ours. */
export type Api = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** @param isReady whether the pages stand too: a server is healthy only as a whole. */
export function api(store: Store, hub: Hub, isReady: () => boolean): Api {
  const onError = (error: TRPCError, path: string | undefined) => {
    if (error.code === 'INTERNAL_SERVER_ERROR')
      logger().error({ err: error.cause ?? error, path }, 'a call failed');
  };
  const trpc = createHTTPHandler({
    router: appRouter,
    basePath: TRPC,
    maxBodySize: MOST_BYTES,
    maxBatchSize: MOST_CALLS,
    createContext: ({ req }) => contextOf(store, hub, req),
    onError: ({ error, path }) => onError(error, path),
  });
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/api/health') {
      await answerHealth(store, isReady(), response);
      return true;
    }
    if (path === UNSUBSCRIBE) {
      await answerUnsubscribe(store, request, response, refuse);
      return true;
    }
    if (!path.startsWith(TRPC)) return false;
    // Plain JSON is the only form in which a change is taken: no form of another site can send it unasked.
    if (request.method === 'POST' && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      refuse(response, 415, 'Send application/json.');
      return true;
    }
    response.setHeader('Cache-Control', 'no-store');
    const rest = (request.url ?? '').slice(TRPC.length);
    if (isPlainCall(request, rest, MOST_BYTES)) {
      await answerPlainCall(rest, request, response, contextOf(store, hub, request), onError);
    } else {
      trpc(request, response);
    }
    return true;
  };
}

/** An answer of one sentence. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
}
