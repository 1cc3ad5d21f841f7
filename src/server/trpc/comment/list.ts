import { z } from 'zod';
import { topic } from '@/negotiation/events/member';
import { id, position } from '@/negotiation/events/scalars';
import { listComments } from '../../use-cases/comment/list';
import { negotiationProcedure } from '../init';

const input = z.strictObject({
  negotiation: id,
  topic: topic.optional(),
  from: position.optional(),
  limit: z.int().min(1).max(200).optional(),
});

export const listOfComments = negotiationProcedure('comment.list')
  .input(input)
  .query(({ ctx, input: { negotiation: _, ...query } }) => listComments(ctx.scope, query));
