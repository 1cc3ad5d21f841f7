import { z } from 'zod';
import { BASES } from '@/core/model';
import { id } from '@/negotiation/events/scalars';
import { getStanding } from '../../use-cases/standing/get';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const get = negotiationProcedure('standing.get')
  .input(z.strictObject({ negotiation: id, basis: z.enum(BASES) }))
  .query(async ({ ctx, input }) => unwrap(await getStanding(ctx.scope, input)));
