import { notificationChoices } from '../../use-cases/account/notifications';
import { installationProcedure } from '../init';

export const notificationsProcedure = installationProcedure('account.notifications').query(({ ctx }) =>
  notificationChoices(ctx.scope),
);
