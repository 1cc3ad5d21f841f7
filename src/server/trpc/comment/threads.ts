import { listThreads } from '../../use-cases/comment/threads';
import { negotiationProcedure } from '../init';

export const threads = negotiationProcedure('comment.threads').query(({ ctx }) => listThreads(ctx.scope));
