import { z } from 'zod';
import { id, instant, position, pseudonym, textHash } from './scalars';

/** A seat: a delegate's names its stakeholder, the others none. */
const seat = {
  role: z.enum(['facilitator', 'delegate', 'auditor', 'observer']),
  stakeholder: id.nullable(),
};

export const MEMBER_EVENTS = {
  /** `invitation` is a random id. The secret by which it is accepted, and whose it is, stay beside the log. */
  'member.invited': z.strictObject({ invitation: id, ...seat, expiresAt: instant }),
  /** The actor takes the seat. `invitation` is null for whoever created the negotiation. */
  'member.joined': z.strictObject({ invitation: id.nullable(), ...seat }),
  /** Ends one seat of a member, or takes back an invitation: the other is null. */
  'member.removed': z.strictObject({
    member: z.strictObject({ pseudonym, ...seat }).nullable(),
    invitation: id.nullable(),
  }),
  /** `deputy` speaks for the stakeholder from `from` until before `until`. A newer one of the same deputy replaces it. */
  'member.deputised': z.strictObject({ stakeholder: id, deputy: pseudonym, from: instant, until: instant }),
} as const;

export const BRIEFING_EVENTS = {
  /** Again with the same id: a new version. */
  'briefing.published': z.strictObject({
    briefing: z.strictObject({ id, title: z.string().max(10_000), required: z.boolean().exactOptional() }),
    version: z.int().min(1),
    text: textHash.nullable(),
  }),
  'briefing.acknowledged': z.strictObject({ stakeholder: id, briefing: id, version: z.int().min(1) }),
} as const;

/** What a comment is about. */
export const topic = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('negotiation') }),
  z.strictObject({ kind: z.literal('profile'), id }),
  z.strictObject({ kind: z.literal('threat'), id: z.string().max(129) }),
  z.strictObject({ kind: z.literal('briefing'), id }),
]);

export const COMMENT_EVENTS = {
  /** `stakeholder`: for whom a delegate speaks, if for any. `replyTo` is the position of a comment. */
  'comment.posted': z.strictObject({
    topic,
    replyTo: position.nullable(),
    argument: z.enum(['for', 'against']).nullable(),
    stakeholder: id.nullable(),
    text: textHash,
  }),
  /** `comment` is the position of `comment.posted`. */
  'comment.edited': z.strictObject({ comment: position, text: textHash }),
  'comment.redacted': z.strictObject({ comment: position, reason: textHash.nullable() }),
} as const;
