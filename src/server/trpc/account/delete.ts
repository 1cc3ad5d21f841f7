import { z } from 'zod';
import { deleteAccount } from '../../use-cases/account/delete';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

/** As long as a password may be at sign-in. */
const input = z.strictObject({ password: z.string().min(1).max(1024) });

export const deleteProcedure = installationProcedure('account.delete')
  .input(input)
  .mutation(async ({ ctx, input: { password } }) =>
    unwrap(await deleteAccount(ctx.scope, password, ctx.address)),
  );
