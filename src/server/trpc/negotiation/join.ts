import { z } from 'zod';
import { joinByLink } from '../../use-cases/invitation/join';
import { linkToken } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

export const join = installationProcedure('negotiation.join')
  .input(z.strictObject({ token: linkToken }))
  .mutation(async ({ ctx, input }) => unwrap(await joinByLink(ctx.scope, input.token, ctx.address)));
