import { signOutEverywhere } from '../../use-cases/account/sign-out-everywhere';
import { installationProcedure } from '../init';

export const signOutEverywhereProcedure = installationProcedure('account.signOutEverywhere').mutation(
  ({ ctx }) => signOutEverywhere(ctx.scope),
);
