'use client';

import { useRef } from 'react';
import { type Changing, useChange } from '../session/use-change';
import type { Edit } from './edit';

/**
 * Edits of one part of the set-up, each saved at once. Several go one after the other, each under a key of its own, and
 * stop at the first that is refused: those before it stand.
 */
export function useEdits(negotiation: string, part: string): Changing<readonly Edit[]> {
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return useChange(`${negotiation}/set-up/${part}`, (edits: readonly Edit[], key) => {
    const sending = before.current.then(async () => {
      // Comes with the first edit: the page is the longest of all.
      const { sendEdit } = await import('./edit');
      for (const [index, edit] of edits.entries()) {
        await sendEdit(negotiation, edit, `${key}/${index}`);
      }
    });
    // Those that follow wait for this one, whether or not it was refused.
    before.current = sending.catch(() => null);
    return sending;
  });
}
