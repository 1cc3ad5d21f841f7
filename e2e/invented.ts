import { readFile } from 'node:fs/promises';
import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import type { NegotiationFile } from '@/negotiation/file/model';

/** A negotiation of a test's own, set up through the procedures, so that the demonstration stays as it is. */

/** Whoever a request is sent as: a page, or a browser's context without one. */
export interface Sender {
  readonly request: APIRequestContext;
}

/** A seat in it, and who takes it: a delegate's, where it names a stakeholder. */
type Seat = { readonly page: Sender } & (
  | { readonly stakeholder: string }
  | { readonly role: 'auditor' | 'observer' }
);

const answer = z.object({ result: z.object({ data: z.unknown() }) });

/** The data of a mutation's answer. @throws {Error} where it is refused. */
export async function call(sender: Sender, procedure: string, data: object): Promise<unknown> {
  const response = await sender.request.post(`/api/trpc/${procedure}`, { data });
  const body: unknown = await response.json();
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new Error(`${procedure}: ${JSON.stringify(body)}`);
  return parsed.data.result.data;
}

/** In draft, with the file in it and somebody in each of the seats; the reader of `facilitator` facilitates it. */
export async function inventNegotiation(
  facilitator: Sender,
  file: NegotiationFile,
  seats: readonly Seat[],
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
  if (seats.length === 0) return negotiation;
  const invitations = seats.map((seat) => ({
    address: null,
    ...('role' in seat
      ? { role: seat.role, stakeholder: null }
      : { role: 'delegate', stakeholder: seat.stakeholder }),
  }));
  const invited = z
    .array(z.object({ path: z.string() }))
    .parse(await call(facilitator, 'member.invite', { negotiation, invitations, idempotencyKey: key() }));
  for (const [index, { page }] of seats.entries()) {
    const token = invited[index]?.path.replace('/join/', '') ?? '';
    await call(page, 'negotiation.join', { token });
  }
  return negotiation;
}

/** The demonstration's file with its first round closed: the demonstration's own is left open for the others. */
export async function closedNegotiation(facilitator: Sender, seats: readonly Seat[]): Promise<string> {
  const file: NegotiationFile = JSON.parse(await readFile('prisma/demo/frontier-training.json', 'utf8'));
  const negotiation = await inventNegotiation(facilitator, file, seats);
  await call(facilitator, 'round.open', { negotiation, deadline: null, idempotencyKey: crypto.randomUUID() });
  await call(facilitator, 'round.close', { negotiation, idempotencyKey: crypto.randomUUID() });
  return negotiation;
}

/** Casts plain scores for a stakeholder, as the ballot page would. */
export async function castScores(
  page: Sender,
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
