import { getSetUp } from '../../use-cases/negotiation/set-up';
import { negotiationProcedure } from '../init';

export const setUp = negotiationProcedure('negotiation.setUp').query(({ ctx }) => getSetUp(ctx.scope));
