'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BallotBody } from '@/negotiation/file/model';
import type { Form } from './form';
import { useTRPC } from './trpc';

const AFTER_MS = 800;

export type DraftState =
  | { readonly kind: 'none' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Another window has changed the draft or cast its ballot: nothing is saved until the writer says which one goes on. */
  | { readonly kind: 'other'; readonly keepMine: () => void };

/**
 * Keeps the form on the server, a moment after the last change, one at a time; `paused` once the ballot is cast.
 * `savedAt`: of the draft that the form started from.
 */
export function useDraft(
  place: { readonly negotiation: string; readonly stakeholder: string },
  savedAt: string | null,
  form: Form,
  body: BallotBody | null,
  paused: boolean,
): DraftState {
  const { negotiation, stakeholder } = place;
  const trpc = useTRPC();
  const { mutate, isPending, isError, isSuccess, error, reset } = useMutation(
    trpc.ballot.saveDraft.mutationOptions(),
  );
  const saved = useRef(form);
  const there = useRef<string | null | undefined>(savedAt);
  const [dropped, setDropped] = useState(false);
  const isOther = error?.data?.code === 'CONFLICT';
  useEffect(() => {
    if (!paused) return;
    // Casting drops the draft; there is none again until the next edit.
    there.current = null;
    saved.current = form;
    setDropped(true);
    reset();
  }, [paused, form, reset]);
  useEffect(() => {
    if (paused || isPending || isOther || form === saved.current) return;
    const timer = setTimeout(() => {
      saved.current = form;
      mutate(
        {
          negotiation,
          stakeholder,
          draft: { kind: form.kind, body, form },
          ...(there.current === undefined ? {} : { replaces: there.current }),
        },
        {
          onSuccess: (kept) => {
            there.current = kept.savedAt;
          },
        },
      );
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [form, body, paused, isPending, isOther, negotiation, stakeholder, mutate]);

  const keepMine = () => {
    there.current = undefined;
    mutate(
      { negotiation, stakeholder, draft: { kind: form.kind, body, form } },
      {
        onSuccess: (kept) => {
          saved.current = form;
          there.current = kept.savedAt;
        },
      },
    );
  };
  if (isOther) return { kind: 'other', keepMine };
  if (isPending || (form !== saved.current && !paused)) return { kind: 'saving' };
  if (isError) return { kind: 'failed', reason: error.message };
  return { kind: isSuccess || (savedAt !== null && !dropped) ? 'saved' : 'none' };
}
