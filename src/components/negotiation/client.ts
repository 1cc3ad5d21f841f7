import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '@/server/trpc/router';

/** What commands are sent through, outside a cache of answers: it keeps nothing from one call to the next. */
export const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] });
