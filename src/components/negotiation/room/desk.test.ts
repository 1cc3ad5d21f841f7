import { describe, expect, it } from 'vitest';
import { Desk, type Work } from './desk';

/** A desk that goes on one step at each call of `next`. */
function desk() {
  const told: string[] = [];
  let release: () => void = () => undefined;
  const breathe = () => new Promise<void>((resolve) => (release = resolve));
  const next = async (times = 1) => {
    for (let n = 0; n < times; n++) {
      release();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  async function* work(name: string, steps: number): Work {
    for (let n = 1; n < steps; n++) {
      told.push(`${name} ${n}`);
      yield;
    }
    told.push(`${name} done`);
  }
  return { desk: new Desk(breathe, (error) => told.push(String(error))), told, next, work };
}

describe('a desk', () => {
  it('does the newest first, and goes on with the older work after it', async () => {
    const { desk: at, told, next, work } = desk();
    at.put('flips', work('flips', 3));
    await next();
    at.put('standing', work('standing', 1));
    await next(5);
    expect(told).toEqual(['flips 1', 'standing done', 'flips 2', 'flips done']);
  });

  it('drops what newer work of the same name makes stale, and what is called off', async () => {
    const { desk: at, told, next, work } = desk();
    at.put('standing', work('first', 1));
    at.put('standing', work('second', 1));
    at.put('flips', work('flips', 9));
    at.put('standing', work('third', 1));
    await next(2);
    at.drop('flips');
    await next(3);
    expect(told).toEqual(['third done', 'flips 1']);
  });

  it('goes on after a fault, and after a rest', async () => {
    const { desk: at, told, next, work } = desk();
    async function* broken(): Work {
      yield;
      throw new Error('broke');
    }
    at.put('older', work('older', 1));
    at.put('broken', broken());
    await next(5);
    at.put('later', work('later', 1));
    await next(2);
    expect(told).toEqual(['Error: broke', 'older done', 'later done']);
  });
});
