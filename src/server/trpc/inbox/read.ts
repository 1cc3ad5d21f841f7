import { z } from 'zod';
import { readInbox } from '../../use-cases/inbox/read';
import { installationProcedure } from '../init';

/** `null`: all of them. */
const input = z.strictObject({ ids: z.array(z.string().max(100)).max(1_000).nullable() });

export const readOfInbox = installationProcedure('inbox.read')
  .input(input)
  .mutation(({ ctx, input: { ids } }) => readInbox(ctx.scope, ids));
