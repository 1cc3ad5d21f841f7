/**
 * Whether a request that may change something came from our own pages (CSRF). Browsers say where a request comes
 * from, in Sec-Fetch-Site or at least in Origin, and no page can forge either. A program that sends neither holds no
 * reader's cookies that it was not given.
 */
import type { IncomingMessage } from 'node:http';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isFromOurPages(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  hosts: readonly string[],
): boolean {
  if (SAFE_METHODS.has(method ?? '')) return true;
  const site = headers['sec-fetch-site'];
  // `none`: typed or from a bookmark, which no other page can cause.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
