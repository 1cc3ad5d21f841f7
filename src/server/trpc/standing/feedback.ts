import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { getFeedback } from '../../use-cases/standing/feedback';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const feedback = negotiationProcedure('standing.feedback')
  .input(z.strictObject({ negotiation: id, stakeholder: id.nullable() }))
  .query(async ({ ctx, input: { stakeholder } }) => unwrap(await getFeedback(ctx.scope, { stakeholder })));
