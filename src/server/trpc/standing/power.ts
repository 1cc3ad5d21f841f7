import { getPower } from '../../use-cases/standing/power';
import { negotiationProcedure } from '../init';

export const power = negotiationProcedure('standing.power').query(({ ctx }) => getPower(ctx.scope));
