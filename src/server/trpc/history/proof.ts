import { z } from 'zod';
import { id, position } from '@/negotiation/events/scalars';
import { proveInclusion } from '../../use-cases/history/proof';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const proof = negotiationProcedure('history.proof')
  .input(z.strictObject({ negotiation: id, position }))
  .query(async ({ ctx, input }) => unwrap(await proveInclusion(ctx.scope, input)));
