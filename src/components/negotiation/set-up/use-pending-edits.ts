import { useEffect, useState } from 'react';
import { PendingEdits } from './pending-edits';

/** Edits of `value` made one upon the other, though it comes back from the server only after a while. */
export function usePendingEdits<T>(value: T): (change: (newest: T) => T) => T {
  const [edits] = useState(() => new PendingEdits(value));
  useEffect(() => edits.saw(value), [edits, value]);
  return (change) => edits.edited(change);
}
