import { listPledges } from '../../use-cases/pledge/list';
import { negotiationProcedure } from '../init';

export const listOfPledges = negotiationProcedure('pledge.list').query(({ ctx }) => listPledges(ctx.scope));
