/**
 * Live streams over HTTP, as tRPC would answer them and to the byte, for a tenth of what a message costs there: what is
 * told to five hundred readers is made into text once. Whatever is not a stream that may be read is left to tRPC, which
 * says why; this is its procedure `standing.live`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getTRPCErrorShape, type TRPCError } from '@trpc/server';
import { readSession } from '../auth/read-session';
import { type NegotiationScope, negotiationScopeIn } from '../auth/scope';
import type { Store } from '../db/store';
import { logger } from '../logger';
import { appRouter } from '../trpc/router';
import { endOf, liveInput } from '../trpc/standing/live';
import { tellLive } from '../use-cases/standing/live';
import type { Hub } from './hub';
import type { LiveMessage } from './telling';

const PATH = '/api/trpc/standing.live';
const { _config: config } = appRouter._def;
const BEGINNING = `event: connected\ndata: ${JSON.stringify(config.sse?.client ?? {})}\n\n\n`;
const PING = 'event: ping\ndata: \n\n\n';

/** `true` where the request was for a stream that could begin. */
export async function answerLive(
  store: Store,
  hub: Hub,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const asked = streamAsked(request);
  if (asked === null) return false;
  const session = await readSession(store, request.headers.cookie);
  const scope = await negotiationScopeIn(store, session, 'standing.live', asked.negotiation);
  if (!scope.ok) return false;
  // Until the connection ends (RFC 9112 §6.3), not in chunks: each would be three pieces of which Node makes one write.
  response.removeHeader('Transfer-Encoding');
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
    Connection: 'close',
  });
  response.write(BEGINNING);
  // Who does not read is not written to: a ping more is no sign of life either.
  const ping = () => response.writableNeedDrain || response.write(PING);
  const pinging = setInterval(ping, config.sse?.ping?.intervalMs);
  // Not awaited: it lasts as long as somebody reads.
  void send(scope.value, hub, asked.after, response)
    .catch((error: unknown) => logger().error({ err: error }, 'a live stream failed'))
    .finally(() => {
      clearInterval(pinging);
      response.end();
    });
  return true;
}

/** `null` where it is no request for a stream, or not a sound one. */
function streamAsked({ method, url = '', headers }: IncomingMessage) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (method !== 'GET' || pathname !== PATH || searchParams.has('batch')) return null;
  const parsed = liveInput.safeParse(parseJson(searchParams.get('input') ?? ''));
  if (!parsed.success) return null;
  const { negotiation, lastEventId } = parsed.data;
  // What the browser sends by itself on reconnecting is newer than the address.
  const last = headers['last-event-id'] ?? searchParams.get('lastEventId') ?? lastEventId ?? null;
  if (last !== null && !/^\d{1,10}$/.test(String(last))) return null;
  return { negotiation, after: last === null ? null : Number(last) };
}

async function send(
  scope: NegotiationScope<'standing.live'>,
  hub: Hub,
  after: number | null,
  response: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  response.on('close', () => left.abort());
  // Whoever left while their session was looked up.
  if (response.destroyed) left.abort();
  const end = await tellLive(scope, hub, after, left.signal, {
    // Who does not read is not written to: what they missed waits in the database.
    take: (message) => response.write(bytesOf(message)),
    drained: () => drained(response, left.signal),
  });
  if (!left.signal.aborted) response.write(ending(endOf(end)));
}

function ending(error: TRPCError | null): string {
  if (error === null) return 'event: return\ndata: \n\n\n';
  const shape = getTRPCErrorShape({
    config,
    error,
    type: 'subscription',
    path: 'standing.live',
    input: undefined,
    ctx: undefined,
  });
  return `event: serialized-error\ndata: ${JSON.stringify(shape)}\n\n\n`;
}

/** Readers of one message share its changes. */
const made = new WeakMap<LiveMessage['changed'], Buffer>();

function bytesOf({ position, changed }: LiveMessage): Buffer {
  const found = made.get(changed);
  if (found !== undefined) return found;
  const bytes = Buffer.from(`data: ${JSON.stringify({ position, changed })}\nid: ${position}\n\n\n`);
  made.set(changed, bytes);
  return bytes;
}

function drained(response: ServerResponse, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (left.aborted) return resolve();
    const done = () => {
      response.off('drain', done);
      left.removeEventListener('abort', done);
      resolve();
    };
    response.on('drain', done);
    left.addEventListener('abort', done);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
