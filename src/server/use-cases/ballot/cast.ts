/** Casts a ballot or an abstention for a stakeholder, sealed where the negotiation's ballots are. */
import { type NegotiationScope, userOf } from '../../auth/scope';
import { dropDraft } from '../../db/drafts';
import { type Answer, NOT_YOUR_STAKEHOLDER, refused } from '../../refusal';
import { fingerprint } from '../fingerprint';

export interface CastInput {
  readonly stakeholder: string;
  readonly idempotencyKey: string;
  /** A ballot's body as it came: `decide` judges it, with the faults and paths of negotiation-file.md. */
  readonly ballot: unknown;
}

/** Durable when it answers. The same key with the same ballot answers the same and casts once. */
export async function castBallot(
  scope: NegotiationScope<'ballot.cast'>,
  { stakeholder, idempotencyKey, ballot }: CastInput,
): Promise<Answer<{ position: number; checkpoint: string }>> {
  const { log, store, pseudonym, viewer } = scope;
  if (pseudonym === null || !viewer.stakeholders.includes(stakeholder)) return refused(NOT_YOUR_STAKEHOLDER);
  const userId = userOf(scope).id;
  const answer = await store.appender.append({
    log,
    actor: pseudonym,
    command: { kind: 'castBallot', stakeholder, ballot },
    key: { userId, key: idempotencyKey, body: fingerprint({ stakeholder, ballot }) },
  });
  if (answer.ok) await dropDraft(store, log, userId, stakeholder);
  return answer;
}
