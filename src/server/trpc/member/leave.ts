import { COMMANDS } from '@/negotiation/command';
import { appendCommand } from '../../use-cases/append-command';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const leave = negotiationProcedure('member.leave')
  .input(COMMANDS.leave.extend(CHANGE_INPUT))
  .mutation(async ({ ctx, input: { idempotencyKey } }) =>
    unwrap(await appendCommand(ctx.scope, { kind: 'leave' }, idempotencyKey)),
  );
