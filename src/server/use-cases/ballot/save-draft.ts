/** Keeps a ballot that is being written. */
import type { BallotDraft } from '@/negotiation/views';
import { type NegotiationScope, userOf } from '../../auth/scope';
import { writeDraft } from '../../db/drafts';
import { type Answer, answered, NOT_YOUR_STAKEHOLDER, OTHER_DRAFT, refused, SIGNED_OUT } from '../../refusal';

export interface SaveDraftInput {
  readonly stakeholder: string;
  readonly draft: BallotDraft;
  /**
   * The draft that the writer started from, by when it was saved (`null`: none). Where another one is kept by now, as
   * from a second window, or none, since its ballot was cast, nothing is overwritten. Left out: overwrites.
   */
  readonly replaces?: string | null | undefined;
}

export async function saveDraft(
  scope: NegotiationScope<'ballot.saveDraft'>,
  { stakeholder, draft, replaces }: SaveDraftInput,
): Promise<Answer<{ savedAt: string }>> {
  if (!scope.viewer.stakeholders.includes(stakeholder)) return refused(NOT_YOUR_STAKEHOLDER);
  const place = { log: scope.log, userId: userOf(scope).id, stakeholder };
  const written = await writeDraft(scope.store, place, JSON.stringify(draft), replaces);
  switch (written.kind) {
    case 'kept':
      return answered({ savedAt: written.savedAt });
    case 'nobody':
      return refused(SIGNED_OUT);
    case 'other-draft':
      return refused(OTHER_DRAFT);
  }
}
