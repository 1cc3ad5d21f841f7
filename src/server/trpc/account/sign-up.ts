import { z } from 'zod';
import { signUp } from '../../use-cases/account/sign-up';
import { address, linkToken, newPassword, personName } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

const input = z.strictObject({ token: linkToken, name: personName, email: address, password: newPassword });

export const signUpProcedure = installationProcedure('account.signUp')
  .input(input)
  .mutation(async ({ ctx, input: asked }) => unwrap(await signUp(ctx.scope, asked, ctx.address)));
