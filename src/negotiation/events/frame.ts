import { z } from 'zod';
import { GUARANTEE_KINDS, STAKEHOLDER_KINDS } from '../file/model';
import { ruleNode } from './rule-node';
import { id, label, textHash, threatId } from './scalars';

/** What the frame and its neighbours are made of, as in the negotiation file; `.changed` carries the whole anew. */

const weight = z.int().min(0).max(1_000_000_000);

const labelled = z.strictObject({ id, label });

const stakeholder = z.strictObject({
  id,
  name: label,
  kind: z.enum(STAKEHOLDER_KINDS),
  weights: z.record(id, weight).exactOptional(),
});

const guarantee = z.strictObject({
  id,
  title: label,
  kind: z.enum(GUARANTEE_KINDS),
  holds: z.enum(['training', 'instance']),
  delivered: z.boolean().exactOptional(),
  threats: z.array(threatId).readonly().exactOptional(),
});

const move = z.strictObject({ stakeholder: id, from: id, to: id });

const removed = z.strictObject({ id });

/** The first row of product.md §2's table: edited in draft, changed by consent afterwards. */
export const FRAME_EVENTS = {
  'dimension.added': z.strictObject({
    dimension: labelled,
    /** What each stakeholder holds in it; left out is 0. */
    weights: z.record(id, weight),
  }),
  'dimension.changed': z.strictObject({ dimension: labelled }),
  'dimension.removed': removed,
  'stakeholder.added': z.strictObject({ stakeholder }),
  'stakeholder.changed': z.strictObject({ stakeholder }),
  'stakeholder.removed': removed,
  'rule.set': z.strictObject({ rule: ruleNode }),
} as const;

/** The second row: edited between rounds too, each change in the history. */
export const TERMS_EVENTS = {
  'criterion.added': z.strictObject({ criterion: labelled }),
  'criterion.changed': z.strictObject({ criterion: labelled }),
  'criterion.removed': removed,
  'guarantee.added': z.strictObject({ guarantee }),
  'guarantee.changed': z.strictObject({
    guarantee,
    /** What shows that it was delivered, with a link. */
    evidence: textHash.nullable(),
  }),
  'guarantee.removed': removed,
  /** `null`: the moves follow from the strategies (aggregation.md §6). */
  'moves.set': z.strictObject({ moves: z.array(move).readonly().nullable() }),
} as const;
