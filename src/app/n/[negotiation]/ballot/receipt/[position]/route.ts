/** GET: the receipt of a ballot (ledger.md §2), to be saved. */
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { download, refusalResponse } from '@/server/http/refusal-response';
import { ballotReceipt } from '@/server/use-cases/ballot/receipt';

type Context = { readonly params: Promise<{ readonly negotiation: string; readonly position: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { negotiation, position } = await params;
  const scope = await scopeFor(await currentSession(), 'ballot.receipt', negotiation);
  if (!scope.ok) return refusalResponse(scope.error);
  const receipt = await ballotReceipt(scope.value, {
    position: /^\d{1,15}$/.test(position) ? Number(position) : -1,
  });
  if (!receipt.ok) return refusalResponse(receipt.error);
  const name = `parley-receipt-${negotiation}-${position}.json`;
  return download(name, 'application/json', JSON.stringify(receipt.value));
}
