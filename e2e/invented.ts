import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { NegotiationFile } from '@/negotiation/file/model';

/** A negotiation of a test's own, set up through the procedures, so that the demonstration stays as it is. */

const answer = z.object({ result: z.object({ data: z.unknown() }) });

async function call(page: Page, procedure: string, data: object): Promise<unknown> {
  const response = await page.request.post(`/api/trpc/${procedure}`, { data });
  const body: unknown = await response.json();
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new Error(`${procedure}: ${JSON.stringify(body)}`);
  return parsed.data.result.data;
}

/** In draft, with the file in it and one delegate in each of the seats; the reader of `facilitator` facilitates it. */
export async function inventNegotiation(
  facilitator: Page,
  file: NegotiationFile,
  delegates: readonly { readonly stakeholder: string; readonly page: Page }[],
): Promise<string> {
  const key = () => crypto.randomUUID();
  const { negotiation } = z.object({ negotiation: z.string() }).parse(
    await call(facilitator, 'negotiation.create', {
      title: file.title,
      mode: 'open',
      public: false,
      succeeds: null,
      idempotencyKey: key(),
    }),
  );
  await call(facilitator, 'negotiation.import', { negotiation, file, idempotencyKey: key() });
  const invitations = delegates.map(({ stakeholder }) => ({ address: null, role: 'delegate', stakeholder }));
  const invited = z
    .array(z.object({ path: z.string() }))
    .parse(await call(facilitator, 'member.invite', { negotiation, invitations, idempotencyKey: key() }));
  for (const [index, { page }] of delegates.entries()) {
    const token = invited[index]?.path.replace('/join/', '') ?? '';
    await call(page, 'negotiation.join', { token });
  }
  return negotiation;
}

/** Casts plain scores for a stakeholder, as the ballot page would. */
export async function castScores(
  page: Page,
  negotiation: string,
  stakeholder: string,
  scores: Readonly<Record<string, number>>,
): Promise<void> {
  await call(page, 'ballot.cast', {
    negotiation,
    stakeholder,
    scores,
    idempotencyKey: crypto.randomUUID(),
  });
}
