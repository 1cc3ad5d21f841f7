import { z } from 'zod';
import { forgot } from '../../use-cases/account/forgot';
import { address } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

export const forgotProcedure = installationProcedure('account.forgot')
  .input(z.strictObject({ email: address }))
  .mutation(async ({ ctx, input }) => unwrap(await forgot(ctx.scope, input.email, ctx.address)));
