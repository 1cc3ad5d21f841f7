import { COMMANDS } from '@/negotiation/command';
import { appendCommand } from '../../use-cases/append-command';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const deputise = negotiationProcedure('member.deputise')
  .input(COMMANDS.deputise.extend(CHANGE_INPUT))
  .mutation(async ({ ctx, input: { negotiation: _, idempotencyKey, ...command } }) =>
    unwrap(await appendCommand(ctx.scope, { kind: 'deputise', ...command }, idempotencyKey)),
  );
