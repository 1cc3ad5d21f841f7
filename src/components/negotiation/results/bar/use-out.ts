'use client';

import { useCallback, useState } from 'react';

/** Who is taken out of the coalition, and who is being looked at. */
export interface Looking {
  readonly out: ReadonlySet<number>;
  readonly active: readonly number[];
  /** Whether a finger brought it about: a first tap tells, a second one takes out. */
  readonly touched: boolean;
  look(members: readonly number[], touched: boolean): void;
  toggle(members: readonly number[]): void;
  restore(): void;
}

export function useOut(): Looking {
  const [out, setOut] = useState<ReadonlySet<number>>(new Set<number>());
  const [{ active, touched }, setLooking] = useState<Pick<Looking, 'active' | 'touched'>>({
    active: [],
    touched: false,
  });
  const look = useCallback((members: readonly number[], byTouch: boolean) => {
    setLooking({ active: members, touched: byTouch });
  }, []);
  const toggle = useCallback((members: readonly number[]) => {
    setOut((before) => {
      const all = members.every((member) => before.has(member));
      const after = new Set(before);
      for (const member of members) {
        if (all) after.delete(member);
        else after.add(member);
      }
      return after;
    });
  }, []);
  const restore = useCallback(() => setOut(new Set<number>()), []);
  return { out, active, touched, look, toggle, restore };
}
