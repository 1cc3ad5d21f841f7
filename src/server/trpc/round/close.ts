import { COMMANDS } from '@/negotiation/command';
import { appendCommand } from '../../use-cases/append-command';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const closeRound = negotiationProcedure('round.close')
  .input(COMMANDS.closeRound.extend(CHANGE_INPUT))
  .mutation(async ({ ctx, input: { negotiation: _, idempotencyKey, ...command } }) =>
    unwrap(await appendCommand(ctx.scope, { kind: 'closeRound', ...command }, idempotencyKey)),
  );
