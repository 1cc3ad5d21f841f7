/** A browser's side of tRPC over HTTP, as far as tests need it. */
import { encode } from 'next-auth/jwt';
import { z } from 'zod';
import { authSecret, sessionCookieName } from '../auth/secret';
import { beginSession } from '../db/sessions';
import type { Store } from '../db/store';
import { accountOf } from './negotiation';

const answer = z.object({ result: z.object({ data: z.unknown() }) });

/** The cookie of a new session of this person. The server must have the NEXTAUTH_SECRET of this process. */
export async function cookieFor(store: Store, key: string): Promise<string> {
  const sid = await beginSession(store, await accountOf(store, key));
  const token = await encode({ token: { sid }, secret: authSecret().secret });
  return `${sessionCookieName()}=${token}`;
}

/** The data of a mutation's answer. @throws {Error} where there is none: refused, or the connection broke. */
export async function mutate(
  url: string,
  procedure: string,
  cookie: string,
  input: object,
): Promise<unknown> {
  const response = await fetch(`${url}/api/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(input),
  });
  const body: unknown = await response.json();
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new Error(JSON.stringify(body));
  return parsed.data.result.data;
}

export async function query(url: string, procedure: string, cookie: string, input: object): Promise<unknown> {
  const search = new URLSearchParams({ input: JSON.stringify(input) });
  const response = await fetch(`${url}/api/trpc/${procedure}?${search}`, { headers: { cookie } });
  const body: unknown = await response.json();
  return answer.parse(body).result.data;
}
