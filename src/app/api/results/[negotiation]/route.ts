/** GET ?basis=stated|informed&format=json|csv: the standing that the reader may see, to be saved. */
import { z } from 'zod';
import { BASES } from '@/core/model';
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { download, refusalResponse } from '@/server/http/refusal-response';
import { getStanding } from '@/server/use-cases/standing/get';
import { standingTable } from '@/server/use-cases/standing/table';

type Context = { readonly params: Promise<{ readonly negotiation: string }> };

const query = z.object({
  basis: z.enum(BASES).default('stated'),
  format: z.enum(['json', 'csv']).default('json'),
});

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { negotiation } = await params;
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success)
    return new Response('basis is stated or informed, format is json or csv.\n', { status: 400 });
  const scope = await scopeFor(await currentSession(), 'standing.get', negotiation);
  if (!scope.ok) return refusalResponse(scope.error);
  const { basis, format } = asked.data;
  const standing = await getStanding(scope.value, { basis });
  if (!standing.ok) return refusalResponse(standing.error);
  const { position, result } = standing.value;
  const name = `${negotiation}-${basis}-${position}.${format}`;
  return format === 'csv'
    ? download(name, 'text/csv', standingTable(result))
    : download(name, 'application/json', `${JSON.stringify(result)}\n`);
}
