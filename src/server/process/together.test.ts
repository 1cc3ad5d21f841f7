import { expect, it } from 'vitest';
import { Together } from './together';

/** Answers when it is told to. */
function gate() {
  const asked: string[][] = [];
  const open: ((error?: Error) => void)[] = [];
  const together = new Together<string, string>((questions) => {
    asked.push([...questions]);
    return new Promise((resolve, reject) => {
      open.push((error) => (error === undefined ? resolve(questions.map((q) => `${q}!`)) : reject(error)));
    });
  }, 3);
  return { asked, open, together };
}

it('asks what comes in while one is under way in one go, at most so many, each answered with its own', async () => {
  const { asked, open, together } = gate();
  const first = together.ask('a');
  await expect.poll(() => asked.length).toBe(1);
  const others = Promise.all(['b', 'c', 'd', 'e'].map((question) => together.ask(question)));
  // What is under way is not joined: it may have looked already.
  expect(asked).toEqual([['a']]);
  open[0]?.();
  await expect.poll(() => asked.length).toBe(2);
  open[1]?.();
  await expect.poll(() => asked.length).toBe(3);
  open[2]?.();
  expect([await first, ...(await others)]).toEqual(['a!', 'b!', 'c!', 'd!', 'e!']);
  expect(asked).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
});

it('waits for what comes in the same turn', async () => {
  const { asked, open, together } = gate();
  const both = Promise.all([together.ask('a'), together.ask('b')]);
  await expect.poll(() => asked).toEqual([['a', 'b']]);
  open[0]?.();
  expect(await both).toEqual(['a!', 'b!']);
});

it('fails those that were asked together, and goes on', async () => {
  const { open, together } = gate();
  const one = together.ask('a');
  await expect.poll(() => open.length).toBe(1);
  const two = together.ask('b');
  open[0]?.(new Error('gone'));
  await expect(one).rejects.toThrow('gone');
  await expect.poll(() => open.length).toBe(2);
  open[1]?.();
  expect(await two).toBe('b!');
});
