/** Keeps a ballot that is being written. */
import type { BallotDraft } from '@/negotiation/views';
import { type NegotiationScope, userOf } from '../../auth/scope';
import { writeDraft } from '../../db/drafts';
import { type Answer, answered, NOT_YOUR_STAKEHOLDER, refused, SIGNED_OUT } from '../../refusal';

export async function saveDraft(
  scope: NegotiationScope<'ballot.saveDraft'>,
  { stakeholder, draft }: { readonly stakeholder: string; readonly draft: BallotDraft },
): Promise<Answer<{ savedAt: string }>> {
  if (!scope.viewer.stakeholders.includes(stakeholder)) return refused(NOT_YOUR_STAKEHOLDER);
  const userId = userOf(scope).id;
  const savedAt = await writeDraft(scope.store, scope.log, userId, stakeholder, JSON.stringify(draft));
  return savedAt === null ? refused(SIGNED_OUT) : answered({ savedAt });
}
