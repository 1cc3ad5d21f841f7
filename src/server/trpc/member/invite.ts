import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { ROLES } from '@/negotiation/roles';
import { inviteMembers } from '../../use-cases/member/invite';
import { address } from '../account-input';
import { CHANGE_INPUT } from '../change-input';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

/** `address` null: a link is wanted. */
const row = z.strictObject({
  address: address.nullable(),
  role: z.enum(ROLES),
  stakeholder: id.nullable(),
});

export const invite = negotiationProcedure('member.invite')
  .input(z.strictObject({ ...CHANGE_INPUT, invitations: z.array(row).min(1).max(100) }))
  .mutation(async ({ ctx, input: { invitations, idempotencyKey } }) =>
    unwrap(await inviteMembers(ctx.scope, invitations, idempotencyKey)),
  );
