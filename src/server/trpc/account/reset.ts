import { z } from 'zod';
import { resetPassword } from '../../use-cases/account/reset';
import { linkToken, newPassword } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

export const resetProcedure = installationProcedure('account.reset')
  .input(z.strictObject({ token: linkToken, password: newPassword }))
  .mutation(async ({ ctx, input: { token, password } }) =>
    unwrap(await resetPassword(ctx.scope, token, password, ctx.address)),
  );
