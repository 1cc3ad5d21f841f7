/** Whether the reader may take the bundle that the page computes from. */
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';

export async function mayTakeBundle(negotiation: string): Promise<boolean> {
  return (await scopeFor(await currentSession(), 'history.bundle', negotiation)).ok;
}
