import { z } from 'zod';
import { COMMITMENT_STATUSES } from './commitment-statuses';
import { ruleNode } from './rule-node';
import { id, instant, position, textHash, threatId } from './scalars';
import { change, scoreEntry } from './score';

/** What stakeholders state beside their ballots. */

export const STATEMENT_EVENTS = {
  'threat.assessed': z.strictObject({
    stakeholder: id,
    profile: id,
    threat: threatId,
    change,
    reason: textHash.nullable(),
    evidence: textHash.nullable(),
  }),
  'acuteRisk.assessed': z.strictObject({
    stakeholder: id,
    profile: id,
    ends: scoreEntry,
    reason: textHash.nullable(),
  }),
  /** `condition` null: unconditional. A newer pledge for the same profile replaces it. */
  'pledge.made': z.strictObject({ stakeholder: id, profile: id, condition: ruleNode.nullable() }),
  'pledge.withdrawn': z.strictObject({ stakeholder: id, profile: id }),
} as const;

/** A first date, and the same day again every so many calendar months; `everyMonths` null: that date alone. */
const reportSchedule = z.strictObject({
  first: instant,
  everyMonths: z.int().min(1).max(60).nullable(),
});

/** After the conclusion: how each stakeholder's strategy in the adopted profile fares. */
export const COMMITMENT_EVENTS = {
  'commitment.reported': z.strictObject({
    stakeholder: id,
    status: z.enum(COMMITMENT_STATUSES),
    evidence: textHash.nullable(),
  }),
  /** `report` is the position of the report that is disputed, `by` the stakeholder that disputes it. */
  'commitment.disputed': z.strictObject({ stakeholder: id, report: position, by: id, reason: textHash }),
  /** Of version 2. When reports are due; `null`: none is asked for any more. It takes the place of the one before. */
  'commitment.scheduled': z.strictObject({ schedule: reportSchedule.nullable() }),
} as const;
