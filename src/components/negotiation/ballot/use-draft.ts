'use client';

import { TRPCClientError } from '@trpc/client';
import { useEffect, useRef, useState } from 'react';
import type { BallotBody } from '@/negotiation/file/model';
import { useClient } from '../use-client';
import type { Form } from './form';
import { useSending } from './use-sending';

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
  const client = useClient();
  const { state, send, reset } = useSending(client.ballot.saveDraft.mutate);
  const isPending = state.kind === 'pending';
  const saved = useRef(form);
  const there = useRef<string | null | undefined>(savedAt);
  const [dropped, setDropped] = useState(false);
  const isOther =
    state.kind === 'failed' &&
    state.error instanceof TRPCClientError &&
    state.error.data?.code === 'CONFLICT';
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
      send(
        {
          negotiation,
          stakeholder,
          draft: { kind: form.kind, body, form },
          ...(there.current === undefined ? {} : { replaces: there.current }),
        },
        (kept) => {
          there.current = kept.savedAt;
        },
      );
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [form, body, paused, isPending, isOther, negotiation, stakeholder, send]);

  const keepMine = () => {
    there.current = undefined;
    send({ negotiation, stakeholder, draft: { kind: form.kind, body, form } }, (kept) => {
      saved.current = form;
      there.current = kept.savedAt;
    });
  };
  if (isOther) return { kind: 'other', keepMine };
  if (isPending || (form !== saved.current && !paused)) return { kind: 'saving' };
  if (state.kind === 'failed') return { kind: 'failed', reason: state.error.message };
  return { kind: state.kind === 'done' || (savedAt !== null && !dropped) ? 'saved' : 'none' };
}
