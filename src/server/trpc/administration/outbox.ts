import { z } from 'zod';
import { MAIL_STATES } from '../../mail/message';
import { listOutbox } from '../../use-cases/administration/outbox';
import { cursor } from '../cursor';
import { installationProcedure } from '../init';

const input = z.strictObject({ mail: z.enum(MAIL_STATES).optional(), before: cursor.optional() }).optional();

export const outbox = installationProcedure('administration.outbox')
  .input(input)
  .query(({ ctx, input }) => listOutbox(ctx.scope, input ?? {}));
