import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { remind } from '../../use-cases/round/remind';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

const input = z.strictObject({ negotiation: id, round: z.int().min(1) });

export const remindRound = negotiationProcedure('round.remind')
  .input(input)
  .mutation(async ({ ctx, input: { round } }) => unwrap(await remind(ctx.scope, { round })));
