/** GET ?origin=…: the verifier keys under an origin (ledger.md §2), for everyone: a receipt is checked with them. */
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { refusalResponse } from '@/server/http/refusal-response';
import { verifierKeys } from '@/server/use-cases/history/verifier-keys';

export async function GET(request: Request): Promise<Response> {
  const scope = await scopeFor(await currentSession(), 'history.keys');
  if (!scope.ok) return refusalResponse(scope.error);
  const origin = new URL(request.url).searchParams.get('origin') ?? '';
  return Response.json(verifierKeys(scope.value, origin), { headers: { 'cache-control': 'no-store' } });
}
