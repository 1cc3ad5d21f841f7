import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';
import type { AppRouter } from '@/server/trpc/router';
import type { LiveMessage, LiveState } from './live-message';

/** Opens the one event stream; it resumes by itself from the last position it saw. Returns how to close it. */
export function openStream(
  negotiation: string,
  from: number,
  on: { readonly message: (message: LiveMessage) => void; readonly state: (state: LiveState) => void },
): () => void {
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/api/trpc' })] });
  const subscription = client.standing.live.subscribe(
    { negotiation, lastEventId: String(from) },
    {
      onData: (event) => on.message(event.data),
      onConnectionStateChange: ({ state }) =>
        on.state(state === 'pending' ? 'on' : state === 'connecting' ? 'connecting' : 'off'),
      onError: () => on.state('off'),
    },
  );
  return () => subscription.unsubscribe();
}
