import type { Cursor } from '@/server/db/messages';

/** Where a page of messages goes on, in its address; `null` for a word that is none. */
export function readCursor(word: string | undefined): Cursor | null {
  const [at, id] = (word ?? '').split(' ');
  if (at === undefined || id === undefined || !/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(at)) return null;
  return { at, id };
}

export function cursorWord({ at, id }: Cursor): string {
  return `${at} ${id}`;
}
