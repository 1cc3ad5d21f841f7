import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { myBallot } from '../../use-cases/ballot/mine';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const mine = negotiationProcedure('ballot.mine')
  .input(z.strictObject({ negotiation: id, stakeholder: id }))
  .query(async ({ ctx, input }) => unwrap(await myBallot(ctx.scope, input)));
