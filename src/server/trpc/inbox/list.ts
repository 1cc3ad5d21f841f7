import { z } from 'zod';
import { listInbox } from '../../use-cases/inbox/list';
import { cursor } from '../cursor';
import { installationProcedure } from '../init';

const input = z
  .strictObject({ before: cursor.optional(), limit: z.int().min(1).max(100).optional() })
  .optional();

export const listOfInbox = installationProcedure('inbox.list')
  .input(input)
  .query(({ ctx, input }) => listInbox(ctx.scope, input?.before, input?.limit));
