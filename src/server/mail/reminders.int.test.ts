import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendReminders } from '../jobs/remind';
import { addressees, addressOf, LOG, type Mailing, openMailing } from '../testing/mailing';

let mailing: Mailing;
/** To whoever has not cast. */
let expected: readonly string[];

beforeAll(async () => {
  mailing = await openMailing();
  const call = await mailing.as('facilitator');
  const deadline = '2031-01-01T10:00:00.000Z';
  await call.round.setDeadline({ negotiation: LOG, deadline, idempotencyKey: 'deadline' });
  await mailing.told();
  await mailing.start();
  const { participation } = await call.negotiation.get({ negotiation: LOG });
  expected = participation
    .filter(({ voted }) => !voted)
    .map(({ stakeholder }) => addressOf(stakeholder))
    .sort();
});
afterAll(() => mailing.end());

it('reminds who has not cast when half and nine tenths of the time have gone, each once', async () => {
  const { store, mail, settled } = mailing;
  expect(expected.length).toBeGreaterThan(0);
  const { rows } = await store.pool.query<{ at: Date; deadline: Date }>(
    `SELECT e.at, n.deadline FROM event e JOIN negotiation n USING (log)
     WHERE e.log = $1 AND e.type = 'round.opened' ORDER BY e.position DESC LIMIT 1`,
    [LOG],
  );
  const [from, to] = [rows[0]?.at.getTime() ?? 0, rows[0]?.deadline.getTime() ?? 0];
  const at = (share: number) => new Date(from + (to - from) * share).toISOString();
  const remind = (share: number) =>
    Promise.all([store, mailing.open()].map((one) => sendReminders(one, () => Promise.resolve(at(share)))));

  await remind(0.49);
  await settled();
  expect(mail.taken).toEqual([]);
  for (const share of [0.5, 0.6]) {
    await remind(share);
    await settled();
    expect(addressees(mail.taken)).toEqual(expected);
  }
  expect(mail.taken[0]?.mail.text).toContain('Half of the time of round 1');
  mail.forget();
  await remind(0.9);
  await settled();
  expect(addressees(mail.taken)).toEqual(expected);
});

it('reminds by hand, once an hour', async () => {
  const { mail } = mailing;
  mail.forget();
  const call = await mailing.as('facilitator');
  const answer = await call.round.remind({ negotiation: LOG, round: 1 });
  expect(answer).toEqual({ stakeholders: expected.length, people: expected.length });
  await mailing.settled();
  expect(addressees(mail.taken)).toEqual(expected);
  await expect(call.round.remind({ negotiation: LOG, round: 1 })).rejects.toThrow('less than an hour ago');
  await expect(call.round.remind({ negotiation: LOG, round: 2 })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
});
