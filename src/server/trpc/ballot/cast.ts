import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { castBallot } from '../../use-cases/ballot/cast';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { appendProcedure } from '../init';

/** The parts of a ballot stand here as they came: `decide` judges them, with paths as in a negotiation file. */
const input = z.strictObject({
  ...CHANGE_INPUT,
  stakeholder: id,
  scores: z.unknown().optional(),
  criteria: z.unknown().optional(),
  abstain: z.unknown().optional(),
  without: z.unknown().optional(),
  provisional: z.unknown().optional(),
});

export const cast = appendProcedure('ballot.cast')
  .input(input)
  .mutation(async ({ ctx, input: { negotiation: _, stakeholder, idempotencyKey, ...parts } }) => {
    const ballot = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
    return unwrap(await castBallot(ctx.scope, { stakeholder, idempotencyKey, ballot }));
  });
