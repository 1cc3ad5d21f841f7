'use client';

import { useEffect, useRef, useState } from 'react';
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import type { Consequences } from './consequences';
import type { ForesightNews, ForesightOrder } from './consequences-worker';

const AFTER_MS = 250;

export type Foresight =
  | { readonly kind: 'working' | 'unready' | 'failed' }
  /** `isOld`: of an earlier state of the ballot, while the newer one is computed. */
  | { readonly kind: 'known'; readonly consequences: Consequences; readonly isOld: boolean };

/**
 * What the ballot would change, computed in a worker a moment after its last change. The last answer stays until the
 * next is there, so that nothing flickers. `body` null: it cannot be cast as it is. `file` null: not there yet.
 */
export function useForesight(
  file: NegotiationFile | null,
  stakeholder: string,
  body: BallotBody | null,
): Foresight {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [news, setNews] = useState<ForesightNews | null>(null);
  const [isOld, setIsOld] = useState(true);
  const text = body === null ? null : JSON.stringify(body);

  useEffect(() => {
    if (file === null) return;
    const beside = new Worker(new URL('./consequences-worker.ts', import.meta.url), { type: 'module' });
    worker.current = beside;
    beside.onmessage = ({ data }: MessageEvent<ForesightNews>) => {
      if (data.kind === 'foreseen' && data.number !== asked.current) return;
      setNews(data);
      setIsOld(false);
    };
    beside.onerror = ({ message }) => setNews({ kind: 'broken', message });
    beside.postMessage({ kind: 'open', file, stakeholder } satisfies ForesightOrder);
    return () => {
      worker.current = null;
      beside.terminate();
    };
  }, [file, stakeholder]);

  useEffect(() => {
    if (text === null || file === null) return;
    setIsOld(true);
    const timer = setTimeout(() => {
      asked.current += 1;
      const order: ForesightOrder = {
        kind: 'ask',
        number: asked.current,
        body: JSON.parse(text),
        at: new Date().toISOString(),
      };
      worker.current?.postMessage(order);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, file]);

  if (body === null) return { kind: 'unready' };
  if (news === null) return { kind: 'working' };
  if (news.kind === 'broken') return { kind: 'failed' };
  return { kind: 'known', consequences: news.consequences, isOld };
}
