import { reportOf } from '../../use-cases/history/report';
import { negotiationProcedure } from '../init';

export const report = negotiationProcedure('history.report').query(({ ctx }) => reportOf(ctx.scope));
