import { exportAccount } from '../../use-cases/account/export';
import { installationProcedure } from '../init';

export const exportProcedure = installationProcedure('account.export').query(({ ctx }) =>
  exportAccount(ctx.scope),
);
