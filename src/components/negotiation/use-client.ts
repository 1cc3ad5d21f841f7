import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '@/server/trpc/router';

const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] });

/** What a component sends commands through, outside a cache of answers: it keeps nothing from one call to the next. */
export function useClient() {
  return client;
}
