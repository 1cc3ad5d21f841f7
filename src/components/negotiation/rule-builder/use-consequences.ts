import { useEffect, useRef, useState } from 'react';
import type { PowerResult } from '@/core/model';
import type { RuleNode } from '@/negotiation/file/model';
import type { Consequences } from './consequences';
import type { ConsequencesNews, ConsequencesOrder } from './consequences-worker';
import type { RuleSubjects } from './tree';

const AFTER_MS = 250;

/** Above this the searches, which go as deep as coalitions are large, are not begun. */
export const MOST_STAKEHOLDERS = 400;

export interface ConsequencesState {
  /** Whether what is shown is of an earlier rule. */
  readonly computing: boolean;
  readonly consequences: Consequences | null;
  /** With the rule and the stakeholders that it was computed for. */
  readonly power: {
    readonly result: PowerResult;
    readonly of: RuleSubjects & { readonly rule: RuleNode };
  } | null;
  readonly broken: string | null;
}

const NOTHING: ConsequencesState = { computing: false, consequences: null, power: null, broken: null };

/**
 * What a checked rule comes to, computed in a worker a moment after its last change; `null`: nothing to compute. A
 * computation that a newer rule has overtaken is ended. The last answer stays until the next is there.
 */
export function useConsequences(rule: RuleNode | null, subjects: RuleSubjects): ConsequencesState {
  const [state, setState] = useState(NOTHING);
  const worker = useRef<Worker | null>(null);
  const order = useRef({ number: 0, busy: false });
  const text = rule === null ? null : JSON.stringify({ rule, subjects });
  useEffect(() => {
    if (text === null) {
      setState((before) => ({ ...before, computing: false }));
      return;
    }
    setState((before) => ({ ...before, computing: true }));
    const timer = setTimeout(() => {
      const asked: Omit<ConsequencesOrder, 'number'> = JSON.parse(text);
      if (order.current.busy) {
        worker.current?.terminate();
        worker.current = null;
      }
      const number = order.current.number + 1;
      order.current = { number, busy: true };
      const beside =
        worker.current ??
        new Worker(new URL('./consequences-worker.ts', import.meta.url), { type: 'module' });
      worker.current = beside;
      beside.onmessage = ({ data }: MessageEvent<ConsequencesNews>) => {
        if (data.number !== number) return;
        if (data.kind !== 'consequences') order.current.busy = false;
        setState((before) => after(before, data, asked));
      };
      beside.onerror = ({ message }) =>
        setState((before) => ({ ...before, computing: false, broken: message }));
      beside.postMessage({ number, ...asked } satisfies ConsequencesOrder);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => worker.current?.terminate(), []);
  return state;
}

function after(
  before: ConsequencesState,
  news: ConsequencesNews,
  { rule, subjects }: Pick<ConsequencesOrder, 'rule' | 'subjects'>,
): ConsequencesState {
  switch (news.kind) {
    case 'consequences':
      return { computing: false, consequences: news.consequences, power: null, broken: null };
    case 'power':
      return { ...before, power: { result: news.power, of: { ...subjects, rule } } };
    case 'broken':
      return { ...before, computing: false, broken: news.message };
  }
}
