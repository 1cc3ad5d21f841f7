import { z } from 'zod';
import { ruleNode } from './rule-node';
import { id, label, textHash } from './scalars';

/** A profile as in the negotiation file, its summary being free text. The strategies stay readable: they count. */
export const profile = z.strictObject({
  id,
  title: label,
  default: z.boolean().exactOptional(),
  summary: textHash.exactOptional(),
  amends: id.exactOptional(),
  adoptable: z.boolean().exactOptional(),
  relies: z.array(id).readonly().exactOptional(),
  needs: ruleNode.exactOptional(),
  strategies: z.record(id, label).exactOptional(),
});

export const PROFILE_EVENTS = {
  /** By a delegate for `stakeholder`, or by a facilitator (`null`). Again with the same id: edits what no round has opened with. */
  'profile.proposed': z.strictObject({ profile, stakeholder: id.nullable() }),
  /** `asDefault`: it becomes the default, and the former default a profile like others. */
  'profile.admitted': z.strictObject({ profile: id, asDefault: z.boolean() }),
  'profile.refused': z.strictObject({ profile: id, reason: textHash }),
  'profile.withdrawn': z.strictObject({ profile: id, reason: textHash.nullable() }),
} as const;
