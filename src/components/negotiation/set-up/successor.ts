import type { NegotiationView } from '@/negotiation/views';
import { client } from '../client';
import { frameAlone } from './frame-alone';

/** Creates the negotiation that takes another's place and says so there; gives its id. Repeats nothing under the same key. */
export async function beginSuccessor(view: NegotiationView, idempotencyKey: string): Promise<string> {
  const { id, mode, public: isPublic, frame } = view;
  const { negotiation } = await client.negotiation.create.mutate({
    title: frame.title,
    mode,
    public: isPublic,
    succeeds: id,
    file: frameAlone(frame),
    idempotencyKey,
  });
  await client.negotiation.succeed.mutate({
    negotiation: id,
    by: negotiation,
    idempotencyKey: `${idempotencyKey}/by`,
  });
  return negotiation;
}
