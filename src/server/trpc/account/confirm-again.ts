import { confirmAgain } from '../../use-cases/account/address';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

export const confirmAgainProcedure = installationProcedure('account.confirmAgain').mutation(async ({ ctx }) =>
  unwrap(await confirmAgain(ctx.scope, ctx.address)),
);
