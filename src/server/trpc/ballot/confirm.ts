import { COMMANDS } from '@/negotiation/command';
import { appendCommand } from '../../use-cases/append-command';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const confirm = negotiationProcedure('ballot.confirm')
  .input(COMMANDS.confirmBallot.extend(CHANGE_INPUT))
  .mutation(async ({ ctx, input: { negotiation: _, idempotencyKey, ...command } }) =>
    unwrap(await appendCommand(ctx.scope, { kind: 'confirmBallot', ...command }, idempotencyKey)),
  );
