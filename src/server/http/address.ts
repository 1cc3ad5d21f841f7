/** The address of the machine at the other end. */
import type { IncomingMessage } from 'node:http';

/** Set by main.ts on every request, whatever the client sent, so that code behind Next can read it. */
export const ADDRESS_HEADER = 'x-parley-address';

/** @param trustProxy the last hop of X-Forwarded-For is the proxy's own word, and believed. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers['x-forwarded-for'];
  const chain = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '');
  const last = chain.split(',').at(-1)?.trim();
  if (trustProxy && last !== undefined && last !== '') return last;
  return request.socket.remoteAddress ?? 'unknown';
}
