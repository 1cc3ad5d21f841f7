import { TRPCError, tracked } from '@trpc/server';
import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { NO_SUCH_NEGOTIATION, SIGNED_OUT } from '../../refusal';
import { liveStanding } from '../../use-cases/standing/live';
import { RefusedError } from '../errors';
import { negotiationProcedure } from '../init';

/** `lastEventId` is the position of the last message that the browser got; it sends it by itself on reconnecting. */
const input = z.strictObject({
  negotiation: id,
  lastEventId: z
    .string()
    .regex(/^\d{1,10}$/)
    .nullish(),
});

export const live = negotiationProcedure('standing.live')
  .input(input)
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
        if (next.value === 'signed-out') throw new RefusedError(SIGNED_OUT);
        if (next.value === 'removed') throw new RefusedError(NO_SUCH_NEGOTIATION);
        // The browser takes this as a reason to connect again, to the server's successor.
        if (next.value === 'closing')
          throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'The server stops.' });
        return;
      }
    } finally {
      await stream.return('ended');
    }
  });
