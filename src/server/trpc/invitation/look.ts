import { z } from 'zod';
import { lookAtInvitation } from '../../use-cases/invitation/look';
import { linkToken } from '../account-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';

/** A mutation, since it marks the invitation as opened, and so that no secret stands in an address. */
export const look = installationProcedure('invitation.look')
  .input(z.strictObject({ token: linkToken }))
  .mutation(async ({ ctx, input }) => unwrap(await lookAtInvitation(ctx.scope, input.token, ctx.address)));
