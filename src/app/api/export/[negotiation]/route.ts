/** GET: the negotiation file, as its reader may see it, to be saved. */
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { download, refusalResponse } from '@/server/http/refusal-response';
import { exportNegotiation } from '@/server/use-cases/negotiation/export';

type Context = { readonly params: Promise<{ readonly negotiation: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { negotiation } = await params;
  const scope = await scopeFor(await currentSession(), 'negotiation.export', negotiation);
  if (!scope.ok) return refusalResponse(scope.error);
  const file = await exportNegotiation(scope.value);
  return download(`${negotiation}.json`, 'application/json', `${JSON.stringify(file, null, 1)}\n`);
}
