/** A letter that was given up, or was kept while there was no mail server, is sent again. */
import type { Scope } from '../../auth/scope';
import { setWaiting } from '../../db/messages';
import { inTransaction } from '../../db/pool';
import { sendMailJobs } from '../../jobs/queue';
import { type Answer, answered, NOT_TO_BE_SENT, refused } from '../../refusal';
import { sendsMail } from './outbox';

export async function retryLetter(
  { store }: Scope<'administration.retry'>,
  id: string,
): Promise<Answer<null>> {
  if (!sendsMail()) return refused(NOT_TO_BE_SENT);
  const waits = await inTransaction(store.pool, async (client) => {
    const isNew = await setWaiting(client, id);
    if (isNew) await sendMailJobs(client, [id]);
    return isNew;
  });
  return waits ? answered(null) : refused(NOT_TO_BE_SENT);
}
