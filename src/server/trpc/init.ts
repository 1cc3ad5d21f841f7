/** tRPC itself: plain JSON on the wire, errors that tell, and procedures that begin with the permission check. */
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import type { Procedure } from '@/negotiation/permissions';
import { scopeIn } from '../auth/scope';
import type { Context } from './context';
import { describeFailure, unwrap } from './errors';
import { wholeText } from './whole-text';

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const { message, refusal } = describeFailure(error);
    const { code, httpStatus, path } = shape.data;
    return { ...shape, message, data: { code, httpStatus, path, refusal } };
  },
  sse: {
    // A comment now and then keeps proxies from closing a quiet stream, and tells a browser that it still stands.
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
});

export const { router, createCallerFactory } = t;

/** A procedure of the installation. Its scope is minted before it runs. */
export function installationProcedure<P extends Procedure>(procedure: P) {
  return t.procedure.use(async ({ ctx, next }) =>
    next({ ctx: { scope: unwrap(await scopeIn(ctx.store, await ctx.session(), procedure)) } }),
  );
}

const named = z.object({ negotiation: id });

/** Judges all of the request: what the procedure takes as it came is text as well. */
function negotiationNamed(request: unknown): z.infer<typeof named> {
  return named.parse(wholeText.parse(request));
}

/** A procedure of a negotiation, which its input names. */
export function negotiationProcedure<P extends Procedure>(procedure: P) {
  return t.procedure.input(negotiationNamed).use(async ({ ctx, input, next }) => {
    return next({ ctx: { scope: unwrap(await ctx.scope(procedure, input.negotiation)) } });
  });
}

/** A procedure of a negotiation that appends and does nothing else. Ballots come by the dozen: it may be judged ahead. */
export function appendProcedure<P extends Procedure>(procedure: P) {
  return t.procedure.input(negotiationNamed).use(async ({ ctx, input, next }) => {
    return next({ ctx: { scope: unwrap(await ctx.appendScope(procedure, input.negotiation)) } });
  });
}
