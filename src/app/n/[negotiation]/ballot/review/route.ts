/** POST: a ballot from a page without script. It is kept as a draft, and the page shows it as it would be recorded. */
import { readPosted } from '@/components/negotiation/ballot/read-posted';
import { toBody } from '@/components/negotiation/ballot/to-body';
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { refusalResponse } from '@/server/http/refusal-response';
import { saveDraft } from '@/server/use-cases/ballot/save-draft';
import { readNegotiation } from '../../../../data';
import { fieldsOf, seeBallot } from '../fields';

type Context = { readonly params: Promise<{ readonly negotiation: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { negotiation } = await params;
  const field = await fieldsOf(request);
  const scope = await scopeFor(await currentSession(), 'ballot.saveDraft', negotiation);
  if (!scope.ok) return refusalResponse(scope.error);
  const { frame } = await readNegotiation(negotiation);
  const form = readPosted(field, frame);
  const read = toBody(form, frame);
  const stakeholder = field('stakeholder') ?? '';
  const saved = await saveDraft(scope.value, {
    stakeholder,
    draft: { kind: form.kind, body: read.ok ? read.body : null, form },
    replaces: field('replaces') || null,
  });
  if (!saved.ok) return refusalResponse(saved.error);
  return seeBallot(negotiation, stakeholder, { review: saved.value.savedAt });
}
