/** POST: casts the very ballot that a page without script has shown. */
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { refusalResponse } from '@/server/http/refusal-response';
import { castBallot } from '@/server/use-cases/ballot/cast';
import { fieldsOf, seeBallot } from '../fields';

type Context = { readonly params: Promise<{ readonly negotiation: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { negotiation } = await params;
  const field = await fieldsOf(request);
  const scope = await scopeFor(await currentSession(), 'ballot.cast', negotiation);
  if (!scope.ok) return refusalResponse(scope.error);
  const stakeholder = field('stakeholder') ?? '';
  const cast = await castBallot(scope.value, {
    stakeholder,
    idempotencyKey: field('idempotencyKey') ?? '',
    ballot: readJson(field('ballot') ?? ''),
  });
  if (!cast.ok) return refusalResponse(cast.error);
  return seeBallot(negotiation, stakeholder, { cast: String(cast.value.position) });
}

/** What is no JSON is no ballot: `decide` refuses it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
