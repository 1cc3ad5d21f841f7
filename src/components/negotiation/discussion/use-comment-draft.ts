'use client';

import { useEffect, useRef, useState } from 'react';
import { leftOf } from './left-of';

/** A text being written, kept in this tab through a reload, until it was posted. */
export function useCommentDraft(place: string, start = '') {
  const slot = `parley-comment/${place}`;
  const [text, setText] = useState(start);
  // What the field holds when an answer arrives, whenever the form that asked was drawn.
  const newest = useRef(start);
  const put = (next: string) => {
    newest.current = next;
    setText(next);
  };
  useEffect(() => {
    const kept = sessionStorage.getItem(slot);
    if (kept === null) return;
    newest.current = kept;
    setText(kept);
  }, [slot]);
  const write = (next: string) => {
    put(next);
    if (next === '') sessionStorage.removeItem(slot);
    else sessionStorage.setItem(slot, next);
  };
  return {
    text,
    write,
    forget: () => {
      sessionStorage.removeItem(slot);
      put('');
    },
    /** This was posted. What was typed while it was on its way stays; `true`: nothing was. */
    posted: (sent: string): boolean => {
      const left = leftOf(newest.current, sent);
      write(left);
      return left === '';
    },
    /** Whether the field still holds this. */
    holds: (sent: string): boolean => newest.current === sent,
  };
}
