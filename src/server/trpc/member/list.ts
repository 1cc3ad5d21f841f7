import { listMembers } from '../../use-cases/member/list';
import { negotiationProcedure } from '../init';

export const listOfMembers = negotiationProcedure('member.list').query(({ ctx }) => listMembers(ctx.scope));
