import { getNegotiation } from '../../use-cases/negotiation/get';
import { negotiationProcedure } from '../init';

export const get = negotiationProcedure('negotiation.get').query(({ ctx }) => getNegotiation(ctx.scope));
