import { z } from 'zod';
import { id } from '@/negotiation/events/scalars';
import { getBriefing } from '../../use-cases/briefing/get';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

export const getOneBriefing = negotiationProcedure('briefing.get')
  .input(z.strictObject({ negotiation: id, briefing: id }))
  .query(async ({ ctx, input: { briefing } }) => unwrap(await getBriefing(ctx.scope, { briefing })));
