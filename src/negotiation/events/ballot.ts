import { z } from 'zod';
import { hex32, id, position, signature, textHash } from './scalars';
import { scoreEntry } from './score';

/** What a ballot says (negotiation-file.md, "ballots"). What it may refer to hangs on the negotiation. */

const scores = z.record(id, scoreEntry);
const without = z.record(id, z.record(id, scoreEntry)).exactOptional();
const provisional = z.boolean().exactOptional();

const scored = z.strictObject({ scores, without, provisional });
const weighted = z.strictObject({
  criteria: z.strictObject({
    weights: z.record(id, z.int().min(0).max(1000)),
    scores: z.record(id, z.record(id, scoreEntry)),
  }),
  without,
  provisional,
});
const abstention = z.strictObject({ abstain: z.literal(true), provisional });

export const ballotBody = z.union([scored, weighted, abstention]);

const sig = signature.exactOptional();

export const BALLOT_EVENTS = {
  'ballot.cast': z.strictObject({ stakeholder: id, ballot: z.union([scored, weighted]), sig }),
  'ballot.abstained': z.strictObject({ stakeholder: id, ballot: abstention, sig }),
  /** Only the seal of ledger.md §3. An abstention is sealed like any ballot. */
  'ballot.sealed': z.strictObject({ stakeholder: id, commitment: hex32, sig }),
  /** Opens what was sealed at the position `sealed`. */
  'ballot.unsealed': z.strictObject({ stakeholder: id, sealed: position, salt: hex32, ballot: ballotBody }),
  /**
   * On paper, typed in by a facilitator: counts once a delegate confirms it. Sealed where ballots are sealed; then
   * `ballot` is null, otherwise `commitment` is.
   */
  'ballot.entered': z.strictObject({
    stakeholder: id,
    ballot: ballotBody.nullable(),
    commitment: hex32.nullable(),
    note: textHash.nullable(),
  }),
  /** Confirms what was entered at the position `entered`. */
  'ballot.confirmed': z.strictObject({ stakeholder: id, entered: position, sig }),
} as const;
