import { exportNegotiation } from '../../use-cases/negotiation/export';
import { negotiationProcedure } from '../init';

export const exportFile = negotiationProcedure('negotiation.export').query(({ ctx }) =>
  exportNegotiation(ctx.scope),
);
