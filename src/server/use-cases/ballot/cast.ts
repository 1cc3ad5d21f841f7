/** Casts a ballot or an abstention for a stakeholder, sealed where the negotiation's ballots are. */
import { type LikelyScope, type NegotiationScope, userOf } from '../../auth/scope';
import type { Appended } from '../../db/append/appender';
import type { Answer } from '../../refusal';
import { appendCommand } from '../append-command';

export interface CastInput {
  readonly stakeholder: string;
  readonly idempotencyKey: string;
  /** A ballot's body as it came: `decide` judges it, with the faults and paths of negotiation-file.md. */
  readonly ballot: unknown;
}

/** Durable when it answers. The same key with the same ballot answers the same and casts once. */
export async function castBallot(
  scope: NegotiationScope<'ballot.cast'> | LikelyScope<'ballot.cast'>,
  { stakeholder, idempotencyKey, ballot }: CastInput,
): Promise<Answer<Appended>> {
  const draft = { userId: userOf(scope).id, stakeholder };
  return appendCommand(scope, { kind: 'castBallot', stakeholder, ballot }, idempotencyKey, draft);
}
