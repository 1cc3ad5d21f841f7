import { getSession } from '../../use-cases/session/get';
import { negotiationProcedure } from '../init';

export const session = negotiationProcedure('session.get').query(({ ctx }) => getSession(ctx.scope));
