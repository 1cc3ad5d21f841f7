import { z } from 'zod';
import { id, position } from '@/negotiation/events/scalars';
import { ballotReceipt } from '../../use-cases/ballot/receipt';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const receipt = negotiationProcedure('ballot.receipt')
  .input(z.strictObject({ negotiation: id, position }))
  .query(async ({ ctx, input }) => unwrap(await ballotReceipt(ctx.scope, input)));
