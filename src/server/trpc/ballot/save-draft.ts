import { z } from 'zod';
import { ballotBody } from '@/negotiation/events/ballot';
import { id, instant } from '@/negotiation/events/scalars';
import { saveDraft } from '../../use-cases/ballot/save-draft';
import { unwrap } from '../errors';
import { negotiationProcedure } from '../init';

/** Of the draft's JSON. */
const MOST_BYTES = 256 * 1024;

const draft = z
  .strictObject({
    kind: z.enum(['scores', 'criteria', 'abstain']),
    body: ballotBody.nullable(),
    form: z.unknown().optional(),
  })
  .refine((value) => Buffer.byteLength(JSON.stringify(value)) <= MOST_BYTES, 'is larger than 256 kB');

export const saveDraftProcedure = negotiationProcedure('ballot.saveDraft')
  .input(z.strictObject({ negotiation: id, stakeholder: id, draft, replaces: instant.nullable().optional() }))
  .mutation(async ({ ctx, input }) => unwrap(await saveDraft(ctx.scope, input)));
