import { listInvitations } from '../../use-cases/member/invitations';
import { negotiationProcedure } from '../init';

export const listOfInvitations = negotiationProcedure('member.invitations').query(({ ctx }) =>
  listInvitations(ctx.scope),
);
