import { z } from 'zod';
import { actor, id, instant, position } from '@/negotiation/events/scalars';
import { typesNamed } from '@/negotiation/events/types-named';
import { listHistory } from '../../use-cases/history/list';
import { negotiationProcedure } from '../init';

const types = z
  .string()
  .max(64)
  .transform(typesNamed)
  .refine((named) => named.length > 0, 'is neither a type of event nor a group of them');

const input = z.strictObject({
  negotiation: id,
  from: position.optional(),
  order: z.enum(['oldest', 'newest']).optional(),
  limit: z.int().min(1).max(200).optional(),
  type: types.optional(),
  stakeholder: id.optional(),
  profile: id.optional(),
  actor: actor.optional(),
  since: instant.optional(),
  until: instant.optional(),
});

export const list = negotiationProcedure('history.list')
  .input(input)
  .query(({ ctx, input: { negotiation: _, type, ...query } }) =>
    listHistory(ctx.scope, { ...query, types: type }),
  );
