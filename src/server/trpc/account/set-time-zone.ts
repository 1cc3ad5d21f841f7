import { z } from 'zod';
import { chooseTimeZone } from '../../use-cases/account/details';
import { timeZone } from '../account-input';
import { installationProcedure } from '../init';

export const setTimeZoneProcedure = installationProcedure('account.setTimeZone')
  .input(z.strictObject({ timeZone: timeZone.nullable() }))
  .mutation(({ ctx, input }) => chooseTimeZone(ctx.scope, input.timeZone));
