/** GET: the audit bundle (ledger.md §4), streamed from the database, for auditors. */
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { downloadStream, refusalResponse } from '@/server/http/refusal-response';
import { bundleOf } from '@/server/use-cases/history/bundle';

type Context = { readonly params: Promise<{ readonly negotiation: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { negotiation } = await params;
  const scope = await scopeFor(await currentSession(), 'history.bundle', negotiation);
  if (!scope.ok) return refusalResponse(scope.error);
  const { size, lines } = await bundleOf(scope.value);
  return downloadStream(`${negotiation}-${size}.parley-audit.ndjson`, 'application/x-ndjson', lines);
}
