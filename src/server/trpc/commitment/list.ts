import { listCommitments } from '../../use-cases/commitment/list';
import { negotiationProcedure } from '../init';

export const listOfCommitments = negotiationProcedure('commitment.list').query(({ ctx }) =>
  listCommitments(ctx.scope),
);
