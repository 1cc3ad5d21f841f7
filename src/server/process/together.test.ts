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

it('asks what came in meanwhile in one go, and at most so many, each answered with its own', async () => {
  const { asked, open, together } = gate();
  const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map((question) => together.ask(question)));
  // What is under way is not joined: it may have looked already.
  expect(asked).toEqual([['a']]);
  open[0]?.();
  await Promise.resolve();
  await expect.poll(() => asked.length).toBe(2);
  open[1]?.();
  await expect.poll(() => asked.length).toBe(3);
  open[2]?.();
  expect(await answers).toEqual(['a!', 'b!', 'c!', 'd!', 'e!']);
  expect(asked).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
});

it('fails those that were asked together, and goes on', async () => {
  const { open, together } = gate();
  const one = together.ask('a');
  const two = together.ask('b');
  open[0]?.(new Error('gone'));
  await expect(one).rejects.toThrow('gone');
  open[1]?.();
  expect(await two).toBe('b!');
});
