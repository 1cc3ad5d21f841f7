import { z } from 'zod';
import { retryLetter } from '../../use-cases/administration/retry';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

const input = z.strictObject({ id: z.string().max(100) });

export const retry = installationProcedure('administration.retry')
  .input(input)
  .mutation(async ({ ctx, input: { id } }) => unwrap(await retryLetter(ctx.scope, id)));
