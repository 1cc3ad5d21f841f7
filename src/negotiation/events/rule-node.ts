import { z } from 'zod';
import type { RuleNode } from '../file/model';
import { id } from './scalars';

/**
 * The shape of a rule tree (aggregation.md §2), at most 8 deep. Its other bounds (nodes, what it may refer to) hang
 * on the negotiation, and are judged there.
 */

const DEEPEST = 8;

const share = z.string().regex(/^(0|[1-9]\d{0,9})\/(0|[1-9]\d{0,9})$/);
const count = z.int().min(0).max(1_000_000);

const leaves = [
  z.strictObject({
    quota: z.union([
      z.strictObject({ dimension: id, moreThan: share }),
      z.strictObject({ dimension: id, atLeast: share }),
    ]),
  }),
  z.strictObject({
    members: z.union([
      z.strictObject({ moreThan: share }),
      z.strictObject({ atLeast: z.union([share, count]) }),
      z.strictObject({ allBut: count }),
    ]),
  }),
  z.strictObject({ includes: z.array(id).min(1) }),
] as const;

/** Trees of that many levels, made once each, so that no document can make the check recurse further. */
function tree(levels: number): z.ZodType {
  if (levels <= 1) return z.union(leaves);
  const nodes = z
    .array(tree(levels - 1))
    .min(1)
    .max(64);
  return z.union([...leaves, z.strictObject({ allOf: nodes }), z.strictObject({ anyOf: nodes })]);
}

const deepest = tree(DEEPEST);

export const ruleNode = z.custom<RuleNode>((value) => deepest.safeParse(value).success, 'is no rule tree');
