'use client';

import { useEffect, useState } from 'react';

/** A text being written, kept in this tab through a reload, until it was posted. */
export function useCommentDraft(place: string, start = '') {
  const slot = `parley-comment/${place}`;
  const [text, setText] = useState(start);
  useEffect(() => {
    const kept = sessionStorage.getItem(slot);
    if (kept !== null) setText(kept);
  }, [slot]);
  return {
    text,
    write: (next: string) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(slot);
      else sessionStorage.setItem(slot, next);
    },
    forget: () => {
      sessionStorage.removeItem(slot);
      setText('');
    },
  };
}
