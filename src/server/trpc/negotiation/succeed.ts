import { COMMANDS } from '@/negotiation/command';
import { succeed as succeedBy } from '../../use-cases/negotiation/succeed';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const succeed = negotiationProcedure('negotiation.succeed')
  .input(COMMANDS.succeed.extend(CHANGE_INPUT))
  .mutation(async ({ ctx, input: { by, idempotencyKey } }) =>
    unwrap(await succeedBy(ctx.scope, { by, idempotencyKey })),
  );
