import { z } from 'zod';
import { changePassword } from '../../use-cases/account/change-password';
import { anyPassword, newPassword } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

export const changePasswordProcedure = installationProcedure('account.changePassword')
  .input(z.strictObject({ current: anyPassword, next: newPassword }))
  .mutation(async ({ ctx, input }) => unwrap(await changePassword(ctx.scope, input, ctx.address)));
