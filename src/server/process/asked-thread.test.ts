import { afterEach, expect, it } from 'vitest';
import { AskedThread } from './asked-thread';

/** Answers with its number, and fails or ends where that is what it is asked. */
const ANSWERER = `data:text/javascript,${encodeURIComponent(`
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ id, question }) => {
    if (question === 'fail') throw new Error('failed as asked');
    if (question === 'end') process.exit();
    if (question === 'refuse') parentPort.postMessage({ id, failure: 'refused as asked' });
    else parentPort.postMessage({ id, answer: threadId });
  });
`)}`;

let lost = 0;
let asked: AskedThread<string, number>;

function begin(): void {
  lost = 0;
  asked = new AskedThread(ANSWERER, 'answerer', () => {
    lost += 1;
  });
}

afterEach(() => asked.stop());

it('asks one thread, which what it refuses does not end', async () => {
  begin();
  const [one, , other] = await Promise.allSettled([asked.ask('who'), asked.ask('refuse'), asked.ask('who')]);
  expect(one).toMatchObject({ status: 'fulfilled' });
  expect(other).toEqual(one);
  await expect(asked.ask('refuse')).rejects.toThrow('refused as asked');
  expect(lost).toBe(0);
});

it.each([
  ['fail', 'failed as asked'],
  ['end', 'the answerer ended'],
])(
  'after a thread that is asked to %s tells all who wait, and keeps the one that follows',
  async (how, why) => {
    begin();
    const first = await asked.ask('who');
    const waiting = [asked.ask(how), asked.ask('who')];
    // Asked as soon as the failure is known, before the thread that failed has said that it ended too.
    const next = waiting[0]?.catch(() => asked.ask('who'));
    for (const each of waiting) await expect(each).rejects.toThrow(why);
    const second = await next;
    expect(second).not.toBe(first);
    // By now the first has ended altogether, and the second is asked still.
    for (let turn = 0; turn < 20; turn++) expect(await asked.ask('who')).toBe(second);
    expect(lost).toBe(1);
  },
);
