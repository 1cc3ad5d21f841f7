import { newestCheckpoint } from '../../use-cases/history/checkpoint';
import { negotiationProcedure } from '../init';

export const checkpoint = negotiationProcedure('history.checkpoint').query(({ ctx }) =>
  newestCheckpoint(ctx.scope),
);
