import { useCallback, useRef, useState } from 'react';

type State<O> =
  | { readonly kind: 'idle' | 'pending' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'done'; readonly data: O };

export interface Sending<I, O> {
  readonly state: State<O>;
  /** `then` is called with the answer, where there is one. */
  readonly send: (input: I, then?: (data: O) => void) => void;
  readonly reset: () => void;
}

/** What becomes of something that is sent: the newest alone is told of. A failure is told at once, never retried in silence. */
export function useSending<I, O>(mutate: (input: I) => Promise<O>): Sending<I, O> {
  const [state, setState] = useState<State<O>>({ kind: 'idle' });
  const newest = useRef(0);
  const now = useRef(mutate);
  now.current = mutate;
  const send = useCallback((input: I, then?: (data: O) => void) => {
    const turn = ++newest.current;
    const tell = (next: State<O>) => {
      if (turn === newest.current) setState(next);
    };
    setState({ kind: 'pending' });
    now.current(input).then(
      (data) => {
        then?.(data);
        tell({ kind: 'done', data });
      },
      (reason: unknown) =>
        tell({ kind: 'failed', error: reason instanceof Error ? reason : new Error(String(reason)) }),
    );
  }, []);
  const reset = useCallback(() => {
    newest.current++;
    setState({ kind: 'idle' });
  }, []);
  return { state, send, reset };
}
