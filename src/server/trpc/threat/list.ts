import { listThreats } from '../../use-cases/threat/list';
import { negotiationProcedure } from '../init';

export const listOfThreats = negotiationProcedure('threat.list').query(({ ctx }) => listThreats(ctx.scope));
