import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { inviteAgain } from '../../use-cases/member/invite-again';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const inviteOnceMore = negotiationProcedure('member.inviteAgain')
  .input(z.strictObject({ ...CHANGE_INPUT, invitation: id }))
  .mutation(async ({ ctx, input: { invitation, idempotencyKey } }) =>
    unwrap(await inviteAgain(ctx.scope, invitation, idempotencyKey)),
  );
