/** The negotiation file, as far as its reader may see it. */
import type { NegotiationFile } from '@/negotiation/file/model';
import { visibleFile } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { openingsOf } from '../../db/sealed-ballots';
import { fileTexts } from '../../db/texts';

export async function exportNegotiation(
  scope: NegotiationScope<'negotiation.export'>,
): Promise<NegotiationFile> {
  const { log, store, viewer, known } = scope;
  const { state } = known;
  const texts = await fileTexts(store.pool, log, state);
  // `visibleFile` uses only those of the reader's own stakeholders, and all for an auditor in the end.
  const openings = state.mode === 'open' ? undefined : await openingsOf(store.pool, log, state);
  const file = visibleFile(state, viewer, { texts, ...(openings === undefined ? {} : { openings }) });
  if (file === null) throw new Error('a negotiation that its reader may not see was scoped');
  return file;
}
