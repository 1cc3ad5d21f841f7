import { listBriefings } from '../../use-cases/briefing/list';
import { negotiationProcedure } from '../init';

export const listOfBriefings = negotiationProcedure('briefing.list').query(({ ctx }) =>
  listBriefings(ctx.scope),
);
