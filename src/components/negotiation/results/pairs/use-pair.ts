'use client';

import { useRef, useState } from 'react';
import type { Basis } from '@/core/model';
import type { PairView } from '@/negotiation/standing-detail';
import { useClient } from '../../use-client';

/** The pair that is looked at, or is on its way. */
export interface Chosen {
  readonly over: string;
  readonly under: string;
  /** The newest that came; of another pair while this one is on its way. */
  readonly pair: PairView | null;
  readonly failed: boolean;
  choose(over: string, under: string): void;
}

const nameOf = (over: string, under: string) => JSON.stringify([over, under]);

/** Asks for a pair when it is chosen, once each; an answer that comes after another was chosen is only kept. */
export function usePair(
  negotiation: string,
  basis: Basis,
  first: { readonly over: string; readonly under: string; readonly pair: PairView | null },
): Chosen {
  const client = useClient();
  const [chosen, setChosen] = useState({ ...first, failed: false });
  const known = useRef(new Map<string, PairView>());
  const newest = useRef(nameOf(first.over, first.under));
  const arrived = (pair: PairView | null, name: string) => {
    if (pair !== null) known.current.set(name, pair);
    if (newest.current === name) setChosen((before) => ({ ...before, pair, failed: pair === null }));
  };
  const choose = (over: string, under: string) => {
    const name = nameOf(over, under);
    if (newest.current === name && !chosen.failed) return;
    newest.current = name;
    setChosen((before) => ({ ...before, over, under, failed: false }));
    const at = known.current.get(name);
    if (at !== undefined) return arrived(at, name);
    client.standing.pair.query({ negotiation, basis, over, under }).then(
      (pair) => arrived(pair, name),
      () => arrived(null, name),
    );
  };
  return { ...chosen, choose };
}
