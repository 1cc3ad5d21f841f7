import { COMMANDS } from '@/negotiation/command';
import { createNegotiation } from '../../use-cases/negotiation/create';
import { idempotencyKey } from '../change-input';
import { unwrap } from '../errors';
import { installationProcedure } from '../init';
import { wholeText } from '../whole-text';

export const create = installationProcedure('negotiation.create')
  .input(COMMANDS.createNegotiation.extend({ file: wholeText.optional(), idempotencyKey }))
  .mutation(async ({ ctx, input: { idempotencyKey: key, ...wanted } }) =>
    unwrap(await createNegotiation(ctx.scope, wanted, key)),
  );
