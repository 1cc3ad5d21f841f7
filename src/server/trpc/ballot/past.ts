import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { pastBallots } from '../../use-cases/ballot/past';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const past = negotiationProcedure('ballot.past')
  .input(z.strictObject({ negotiation: id, stakeholder: id }))
  .query(async ({ ctx, input }) => unwrap(await pastBallots(ctx.scope, input.stakeholder)));
