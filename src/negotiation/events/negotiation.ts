import { z } from 'zod';
import type { NegotiationFile } from '../file/model';
import { validateNegotiation } from '../file/read';
import { id, label, textHash, threatId } from './scalars';

/** `open`: ballots are seen at once. `sealed`: after the round has closed. `private`: by auditors, in the end. */
export const MODES = ['open', 'sealed', 'private'] as const;

const mode = z.enum(MODES);

/** A whole negotiation file, judged as `parley validate` judges it. */
const negotiationFile = z.custom<NegotiationFile>((value) => validateNegotiation(value).ok);

export const NEGOTIATION_EVENTS = {
  /** `succeeds` names the log of the negotiation that this one succeeds. */
  'negotiation.created': z.strictObject({
    title: label,
    mode,
    /** Whether anyone may read what product.md §2 says anyone may. */
    public: z.boolean(),
    succeeds: id.nullable(),
  }),
  /** The state starts from the file, whose texts stay readable in the log. */
  'negotiation.imported': z.strictObject({ file: negotiationFile }),
  /** The question, and the threats that the negotiation adds to the catalogue's (all of them anew). */
  'negotiation.described': z.strictObject({
    title: label,
    description: textHash.nullable(),
    /** The history was played from a file and is nobody's real one (the demonstration). */
    simulated: z.boolean(),
    threats: z.array(z.strictObject({ id: threatId, title: label })).readonly(),
  }),
  'negotiation.modeSet': z.strictObject({ mode, public: z.boolean() }),
  'negotiation.archived': z.strictObject({}),
  /** `profile` null: nothing is adopted. */
  'negotiation.concluded': z.strictObject({ profile: id.nullable(), reason: textHash.nullable() }),
  'negotiation.succeeded': z.strictObject({ by: id }),
} as const;
