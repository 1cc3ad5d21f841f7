import { me } from '../../use-cases/account/me';
import { installationProcedure } from '../init';

export const meProcedure = installationProcedure('account.me').query(({ ctx }) => me(ctx.scope));
