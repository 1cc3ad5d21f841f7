'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BallotBody } from '@/negotiation/file/model';
import type { Form } from './form';
import { useTRPC } from './trpc';

const AFTER_MS = 800;

export type DraftState =
  | { readonly kind: 'none' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Keeps the form on the server, a moment after the last change; `paused` once the ballot is cast. `kept`: whether the
 * form is a kept draft.
 */
export function useDraft(
  place: { readonly negotiation: string; readonly stakeholder: string },
  kept: boolean,
  form: Form,
  body: BallotBody | null,
  paused: boolean,
): DraftState {
  const { negotiation, stakeholder } = place;
  const trpc = useTRPC();
  const { mutate, isPending, isError, isSuccess, error } = useMutation(
    trpc.ballot.saveDraft.mutationOptions(),
  );
  const saved = useRef(form);
  useEffect(() => {
    if (paused || form === saved.current) return;
    const timer = setTimeout(() => {
      saved.current = form;
      mutate({ negotiation, stakeholder, draft: { kind: form.kind, body, form } });
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [form, body, paused, negotiation, stakeholder, mutate]);
  if (isPending || (form !== saved.current && !paused)) return { kind: 'saving' };
  if (isError) return { kind: 'failed', reason: error.message };
  return { kind: isSuccess || kept ? 'saved' : 'none' };
}
