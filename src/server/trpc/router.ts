/** Every procedure by its name, which is also its name in the permission table. */
import { deleteProcedure } from './account/delete';
import { meProcedure } from './account/me';
import { signOutEverywhereProcedure } from './account/sign-out-everywhere';
import { cast } from './ballot/cast';
import { mine } from './ballot/mine';
import { receipt } from './ballot/receipt';
import { saveDraftProcedure } from './ballot/save-draft';
import { checkpoint } from './history/checkpoint';
import { list as listHistory } from './history/list';
import { proof } from './history/proof';
import { router } from './init';
import { exportFile } from './negotiation/export';
import { get as getNegotiation } from './negotiation/get';
import { list } from './negotiation/list';
import { get as getStanding } from './standing/get';
import { live } from './standing/live';
import { power } from './standing/power';

export const appRouter = router({
  account: { me: meProcedure, signOutEverywhere: signOutEverywhereProcedure, delete: deleteProcedure },
  negotiation: { list, get: getNegotiation, export: exportFile },
  ballot: { cast, mine, saveDraft: saveDraftProcedure, receipt },
  standing: { get: getStanding, power, live },
  history: { list: listHistory, checkpoint, proof },
});

export type AppRouter = typeof appRouter;
