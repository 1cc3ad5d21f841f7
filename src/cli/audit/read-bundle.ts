import { linesOf } from '@/audit/lines';
import type { Unfollowed } from '@/audit/replay';
import { STEPS } from '@/audit/steps';
import { complain, FAILS } from '../outcome';
import { chunksOf, reasonOf } from '../read-bytes';

type Absent = { readonly kind: 'absent'; readonly position: number; readonly size: number };

type Unreadable = { readonly kind: 'unreadable'; readonly message: string };

/** Reads a bundle's lines with `use`; a file that cannot be read is a value too. */
export function withLines<T>(
  name: string,
  use: (lines: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | Unreadable> {
  return withChunks(name, (chunks) => use(linesOf(chunks)));
}

/** The same with its bytes as they come. */
export async function withChunks<T>(
  name: string,
  use: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | Unreadable> {
  try {
    return await use(chunksOf(name));
  } catch (error) {
    // Only reading fails so: whatever stands in the bundle is answered with a value.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { kind: 'unreadable', message: reasonOf(error) };
  }
}

/** Says why a bundle was not followed to where it should be: 1 where its history does not hold, 2 otherwise. */
export function notFollowed(name: string, outcome: Unfollowed | Absent): number {
  switch (outcome.kind) {
    case 'absent':
      return complain([
        `${name}: there is no position ${outcome.position}: the log has ${outcome.size} events, from 0`,
      ]);
    case 'unreadable':
      return complain([`${name}: ${outcome.message}`]);
    case 'fails': {
      const { step, position, expected, found } = outcome.failure;
      const number = STEPS.find((known) => known.name === step)?.number;
      const where = position === null ? 'the log as a whole' : `position ${position}`;
      complain([
        `${name}: the history does not hold: step ${number}, ${where}: expected ${expected}, found ${found}`,
      ]);
      return FAILS;
    }
  }
}
