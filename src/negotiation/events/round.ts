import { z } from 'zod';
import { FRAME_EVENTS } from './frame';
import { hex32, id, instant, position, textHash } from './scalars';

const round = z.int().min(1);

export const ROUND_EVENTS = {
  'round.opened': z.strictObject({ round }),
  /** `effectiveAt`: the deadline where it has passed, whenever the job that closes the round came to it. */
  'round.closed': z.strictObject({ round, effectiveAt: instant }),
  /** A later deadline than the one that was set. */
  'round.extended': z.strictObject({ round, deadline: instant }),
  /** The first deadline of a round. */
  'deadline.set': z.strictObject({ round, deadline: instant }),
} as const;

/** Exactly one change of the frame, as the event that it becomes. */
export const frameChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dimension.added'), data: FRAME_EVENTS['dimension.added'] }),
  z.strictObject({ type: z.literal('dimension.changed'), data: FRAME_EVENTS['dimension.changed'] }),
  z.strictObject({ type: z.literal('dimension.removed'), data: FRAME_EVENTS['dimension.removed'] }),
  z.strictObject({ type: z.literal('stakeholder.added'), data: FRAME_EVENTS['stakeholder.added'] }),
  z.strictObject({ type: z.literal('stakeholder.changed'), data: FRAME_EVENTS['stakeholder.changed'] }),
  z.strictObject({ type: z.literal('stakeholder.removed'), data: FRAME_EVENTS['stakeholder.removed'] }),
  z.strictObject({ type: z.literal('rule.set'), data: FRAME_EVENTS['rule.set'] }),
  /** Another profile becomes the default. */
  z.strictObject({
    type: z.literal('profile.admitted'),
    data: z.strictObject({ profile: id, asDefault: z.literal(true) }),
  }),
]);

export const CONSENT_EVENTS = {
  'consent.asked': z.strictObject({ change: frameChange, note: textHash.nullable() }),
  /** `consent` is the position of `consent.asked`. */
  'consent.given': z.strictObject({ consent: position, stakeholder: id }),
  'consent.refused': z.strictObject({ consent: position, stakeholder: id, reason: textHash.nullable() }),
} as const;

export const LOG_EVENTS = {
  /**
   * The standing as of `position`: SHA-256 of the canonical JSON of `{ format, position, results: { stated,
   * informed } }`, the results without `gap` and `resilience` (ledger.md §4).
   */
  'result.computed': z.strictObject({
    format: z.literal('parley-aggregation/1'),
    position,
    sha256: hex32,
  }),
  /** `key` takes the place of `previous` (verifier keys of C2SP notes). `signature`: by the previous key, base64. */
  'key.rotated': z.strictObject({
    key: z.string().max(1_000),
    previous: z.string().max(1_000),
    signature: z.base64(),
  }),
  /** The database came back smaller than what had been signed: `checkpoint` is the lost one, a signed note. */
  'epoch.begun': z.strictObject({ epoch: z.int().min(2), checkpoint: z.string().max(10_000) }),
} as const;
