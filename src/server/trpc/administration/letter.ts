import { z } from 'zod';
import { showLetter } from '../../use-cases/administration/outbox';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

const input = z.strictObject({ id: z.string().max(100) });

/** A mutation: a letter with a link makes its secret when it is shown. */
export const letter = installationProcedure('administration.letter')
  .input(input)
  .mutation(async ({ ctx, input: { id } }) => unwrap(await showLetter(ctx.scope, id)));
