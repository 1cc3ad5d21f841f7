import { z } from 'zod';
import { changeAddress } from '../../use-cases/account/address';
import { address, anyPassword } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

export const changeAddressProcedure = installationProcedure('account.changeAddress')
  .input(z.strictObject({ email: address, password: anyPassword }))
  .mutation(async ({ ctx, input }) => unwrap(await changeAddress(ctx.scope, input, ctx.address)));
