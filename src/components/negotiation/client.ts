import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '@/server/trpc/router';

/** What the server answered instead of doing it. Its message is the sentence for people. */
export class RefusedCall extends Error {
  constructor(
    message: string,
    /** As tRPC names it: `CONFLICT`. */
    readonly code: string,
  ) {
    super(message);
    this.name = 'RefusedCall';
  }
}

/**
 * The procedures of the server: `client.ballot.cast.mutate(input)`. The types are those of tRPC's own client, which would
 * bring 6 kB to every page; of its protocol this is one call a request, in plain JSON.
 */
export const client: TRPCClient<AppRouter> = byName((router) =>
  byName((name) => ({
    query: (input?: unknown) => call(`${router}.${name}`, 'GET', input),
    mutate: (input?: unknown) => call(`${router}.${name}`, 'POST', input),
  })),
);

/** An object of which each member is made when it is asked for. */
function byName(make: (name: string) => unknown) {
  return new Proxy(Object.create(null), { get: (_, name) => make(String(name)) });
}

async function call(procedure: string, method: 'GET' | 'POST', input: unknown): Promise<unknown> {
  const text = input === undefined ? null : JSON.stringify(input);
  const address = `/api/trpc/${procedure}`;
  const response = await (method === 'POST'
    ? fetch(address, { method, headers: { 'content-type': 'application/json' }, body: text })
    : fetch(text === null ? address : `${address}?input=${encodeURIComponent(text)}`));
  const { result, error } = await response.json();
  if (error !== undefined) throw new RefusedCall(error.message, error.data.code);
  return result.data;
}
