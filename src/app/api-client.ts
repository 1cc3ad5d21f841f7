import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '@/server/trpc/router';

/** For pages that send one thing and are done. */
export function apiClient() {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] });
}
