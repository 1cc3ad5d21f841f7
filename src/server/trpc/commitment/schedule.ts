import { COMMANDS } from '@/negotiation/command';
import { appendCommand } from '../../use-cases/append-command';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const scheduleReports = negotiationProcedure('commitment.schedule')
  .input(COMMANDS.scheduleReports.extend(CHANGE_INPUT))
  .mutation(async ({ ctx, input: { negotiation: _, idempotencyKey, ...command } }) =>
    unwrap(await appendCommand(ctx.scope, { kind: 'scheduleReports', ...command }, idempotencyKey)),
  );
