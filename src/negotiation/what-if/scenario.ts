import { z } from 'zod';
import { ruleNode } from '../events/rule-node';
import { id, label } from '../events/scalars';
import { STAKEHOLDER_KINDS } from '../file/model';

/** What somebody changes in a sandbox of their own: nothing of it is ever counted. As the address holds it. */

const points = z.number().min(0).max(100);
const weight = z.int().min(0).max(1_000_000_000);
const LONGEST_NAME = 200;

const change = z.discriminatedUnion('kind', [
  /** A whole score, in points. */
  z.strictObject({
    kind: z.literal('score'),
    stakeholder: id,
    profile: id,
    score: z.tuple([points, points, points]).readonly(),
  }),
  /** One end of a score; the others give way as far as they must. */
  z.strictObject({
    kind: z.literal('end'),
    stakeholder: id,
    profile: id,
    end: z.enum(['low', 'best', 'high']),
    to: points,
  }),
  /** Its ballot counts for nothing. */
  z.strictObject({ kind: z.literal('silent'), stakeholder: id }),
  z.strictObject({ kind: z.literal('weight'), stakeholder: id, dimension: id, weight }),
  z.strictObject({ kind: z.literal('rule'), rule: ruleNode }),
  /** The stakeholder is no part of the negotiation, nor is its weight. */
  z.strictObject({ kind: z.literal('out'), stakeholder: id }),
  z.strictObject({
    kind: z.literal('in'),
    stakeholder: id,
    name: label.max(LONGEST_NAME),
    of: z.enum(STAKEHOLDER_KINDS),
    weights: z.record(id, weight),
  }),
  /** `failed`: it is not delivered, and every profile that relies on it is what it is without (aggregation.md §7). */
  z.strictObject({ kind: z.literal('guarantee'), guarantee: id, to: z.enum(['delivered', 'failed']) }),
]);

export type ScenarioChange = z.infer<typeof change>;

const MOST_CHANGES = 200;

export const scenario = z.array(change).max(MOST_CHANGES).readonly();

export type Scenario = z.infer<typeof scenario>;
