import { z } from 'zod';
import { confirmByLink } from '../../use-cases/account/address';
import { linkToken } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

export const confirmProcedure = installationProcedure('account.confirm')
  .input(z.strictObject({ token: linkToken }))
  .mutation(async ({ ctx, input }) => unwrap(await confirmByLink(ctx.scope, input.token, ctx.address)));
