/** tRPC itself: plain JSON on the wire, errors that tell, and procedures that begin with the permission check. */
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import type { Procedure } from '@/negotiation/permissions';
import { negotiationScopeIn, scopeIn } from '../auth/scope';
import { malformed } from '../refusal';
import type { Context } from './context';
import { describeFailure, RefusedError, unwrap } from './errors';
import { malformedText } from './malformed-text';

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

/** What every procedure begins with: text that cannot be signed is refused with its place, before anything reads it. */
const procedure = t.procedure.use(async ({ getRawInput, next }) => {
  const path = malformedText(await getRawInput());
  if (path !== null) throw new RefusedError(malformed(path));
  return next();
});

/** A procedure of the installation. Its scope is minted before it runs. */
export function installationProcedure<P extends Procedure>(name: P) {
  return procedure.use(async ({ ctx, next }) =>
    next({ ctx: { scope: unwrap(await scopeIn(ctx.store, ctx.session, name)) } }),
  );
}

/** A procedure of a negotiation, which its input names. */
export function negotiationProcedure<P extends Procedure>(name: P) {
  return procedure.input(z.object({ negotiation: id })).use(async ({ ctx, input, next }) => {
    const scope = await negotiationScopeIn(ctx.store, ctx.session, name, input.negotiation);
    return next({ ctx: { scope: unwrap(scope) } });
  });
}
