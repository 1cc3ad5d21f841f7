import { countUnread } from '../../use-cases/inbox/read';
import { installationProcedure } from '../init';

export const countOfInbox = installationProcedure('inbox.count').query(({ ctx }) => countUnread(ctx.scope));
