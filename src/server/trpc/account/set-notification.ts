import { z } from 'zod';
import { NOTICE_KINDS } from '../../mail/message';
import { setNotification } from '../../use-cases/account/notifications';
import { installationProcedure } from '../init';

const input = z.strictObject({ kind: z.enum(NOTICE_KINDS), mailed: z.boolean() });

export const setNotificationProcedure = installationProcedure('account.setNotification')
  .input(input)
  .mutation(({ ctx, input }) => setNotification(ctx.scope, input));
