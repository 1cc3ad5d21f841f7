import { useEffect, useRef, useState } from 'react';

/**
 * Whether a `details` element is open, also where the reader opened it before the page had its script, of which no event
 * tells. `details` goes to its `ref`, `setOpen` is for its `onToggle`.
 */
export function useOpened(initially = false) {
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(initially);
  useEffect(() => {
    if (details.current?.open) setOpen(true);
  }, []);
  return { details, open, setOpen };
}
