import { useEffect, useRef, useState } from 'react';
import type { AggregationResult } from '@/core/model';
import type { Sandbox } from '@/negotiation/what-if/apply';
import type { SandboxNews, SandboxOrder } from './sandbox-worker';

const AFTER_MS = 150;

export interface StandingOf {
  /** The sandbox that the result is of, the last one that was computed. */
  readonly computed: { readonly sandbox: Sandbox; readonly result: AggregationResult } | null;
  readonly broken: string | null;
}

/**
 * The standing of a sandbox, computed in a worker a moment after its last change; `null`: nothing to compute. A
 * computation that a newer sandbox has overtaken is ended. The last answer stays until the next is there.
 */
export function useStandingOf(sandbox: Sandbox | null): StandingOf {
  const [state, setState] = useState<StandingOf>({ computed: null, broken: null });
  const worker = useRef<Worker | null>(null);
  const order = useRef({ number: 0, busy: false });
  useEffect(() => {
    if (sandbox === null) return;
    const timer = setTimeout(() => {
      if (order.current.busy) {
        worker.current?.terminate();
        worker.current = null;
      }
      const number = order.current.number + 1;
      order.current = { number, busy: true };
      const beside =
        worker.current ?? new Worker(new URL('./sandbox-worker.ts', import.meta.url), { type: 'module' });
      worker.current = beside;
      beside.onmessage = ({ data }: MessageEvent<SandboxNews>) => {
        if (data.number !== number) return;
        order.current.busy = false;
        setState((before) =>
          data.kind === 'standing'
            ? { computed: { sandbox, result: data.result }, broken: null }
            : { ...before, broken: data.message },
        );
      };
      beside.onerror = ({ message }) => setState((before) => ({ ...before, broken: message }));
      beside.postMessage({ number, sandbox } satisfies SandboxOrder);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [sandbox]);
  useEffect(() => () => worker.current?.terminate(), []);
  return state;
}
