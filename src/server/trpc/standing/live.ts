import { TRPCError, tracked } from '@trpc/server';
import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import type { LiveEnd } from '../../live/telling';
import { NO_SUCH_NEGOTIATION, SIGNED_OUT } from '../../refusal';
import { liveStanding } from '../../use-cases/standing/live';
import { RefusedError } from '../errors';
import { negotiationProcedure } from '../init';

/** `lastEventId` is the position of the last message that the browser got; it sends it by itself on reconnecting. */
export const liveInput = z.strictObject({
  negotiation: id,
  lastEventId: z
    .string()
    .regex(/^\d{1,10}$/)
    .nullish(),
});

/** Over HTTP `server/live/streams.ts` answers it; what is refused there comes here. */
export const live = negotiationProcedure('standing.live')
  .input(liveInput)
  .subscription(async function* ({ ctx, input: { lastEventId }, signal }) {
    const after = lastEventId == null ? null : Number(lastEventId);
    const stream = liveStanding(ctx.scope, ctx.hub, after, signal ?? new AbortController().signal);
    try {
      for (;;) {
        const next = await stream.next();
        if (next.done !== true) {
          yield tracked(String(next.value.position), next.value);
          continue;
        }
        const error = endOf(next.value);
        if (error !== null) throw error;
        return;
      }
    } finally {
      await stream.return('ended');
    }
  });

/** What a browser is told of a stream's end; `null`: that it has ended. */
export function endOf(end: LiveEnd): TRPCError | null {
  if (end === 'signed-out') return new RefusedError(SIGNED_OUT);
  if (end === 'removed') return new RefusedError(NO_SUCH_NEGOTIATION);
  // The browser takes this as a reason to connect again, to the server's successor.
  if (end === 'closing') return new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'The server stops.' });
  return null;
}
