/** The negotiation file, as far as its reader may see it. */
import type { NegotiationFile } from '@/negotiation/file/model';
import { visibleFile } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { fileTexts } from '../../db/texts';

export async function exportNegotiation(
  scope: NegotiationScope<'negotiation.export'>,
): Promise<NegotiationFile> {
  const { state } = scope.known;
  return visibleFile(state, scope.viewer, { texts: await fileTexts(scope.store.pool, scope.log, state) });
}
