import { useState } from 'react';
import { type Packed, unpacked } from '@/components/ui/packed';
import type { Stance } from '@/core/model';
import type { PairView } from '@/negotiation/standing-detail';
import { type Asked, addressOf } from '../asked';
import { usePair } from './use-pair';

/** What a picture of pairs is given: where it stands, and the pair that is chosen in it at first. */
export interface Explored {
  readonly negotiation: string;
  readonly path: string;
  readonly asked: Asked;
  readonly first: Packed<{ readonly over: string; readonly under: string; readonly pair: PairView | null }>;
  readonly stances: readonly { readonly id: Stance; readonly label: string }[];
}

/**
 * The stance and the pair that are chosen in a picture of pairs. The address follows both, so that it can be shared;
 * nothing is read anew for it.
 *
 * @param part of the page in which the picture stands
 */
export function useExplored(
  { negotiation, path, asked, first, stances }: Explored,
  part: 'pairs' | 'pareto',
) {
  const [stance, setStance] = useState(asked.stance);
  const [atFirst] = useState(() => unpacked(first));
  const { over, under, pair, failed, choose } = usePair(negotiation, asked.basis, atFirst);
  const address = (change: Partial<Asked>) =>
    addressOf(path, { ...asked, stance, over, under }, change, part);
  const remember = (change: Partial<Asked>) => window.history.replaceState(null, '', address(change));
  return {
    stance,
    over,
    under,
    pair,
    failed,
    /** Whether `pair` is the one that is chosen, and not one before it. */
    current: pair !== null && pair.over === over && pair.under === under,
    choosePair: (above: string, below: string) => {
      choose(above, below);
      remember({ over: above, under: below });
    },
    /** As links, which choose without script too. */
    stanceOptions: stances.map(({ id, label }) => ({ id, label, href: address({ stance: id }) })),
    chooseStance: (id: string) => {
      const next = stances.find((each) => each.id === id);
      if (next === undefined) return;
      setStance(next.id);
      remember({ stance: next.id });
    },
  };
}
