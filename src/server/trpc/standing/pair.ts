import { z } from 'zod';
import { BASES } from '@/core/model';
import { id } from '@/negotiation/events/scalars';
import { getPair } from '../../use-cases/standing/detail';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const pair = negotiationProcedure('standing.pair')
  .input(z.strictObject({ negotiation: id, basis: z.enum(BASES), over: id, under: id }))
  .query(async ({ ctx, input }) => unwrap(await getPair(ctx.scope, input)));
