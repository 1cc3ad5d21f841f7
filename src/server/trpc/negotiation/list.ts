import { listNegotiations } from '../../use-cases/negotiation/list';
import { installationProcedure } from '../init';

export const list = installationProcedure('negotiation.list').query(({ ctx }) => listNegotiations(ctx.scope));
