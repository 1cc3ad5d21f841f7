import { useCallback, useEffect, useState } from 'react';
import { toFragment } from '@/negotiation/what-if/fragment';
import type { Scenario } from '@/negotiation/what-if/scenario';

export interface Held {
  readonly changes: Scenario;
  /** Whether the address has come with something that is no scenario. */
  readonly unreadable: boolean;
  /** Whether the address has one that is still being read: `changes` are not its changes yet. */
  readonly reading: boolean;
}

const NOTHING: Held = { changes: [], unreadable: false, reading: false };

/**
 * The scenario that the address holds behind its number sign, where no server sees it; each change is written there.
 * What reads it comes only where there is one to read: it brings the schemas of rules, a third of the page's script.
 */
export function useScenario(): { readonly held: Held; readonly put: (changes: Scenario) => void } {
  const [held, setHeld] = useState(NOTHING);
  useEffect(() => {
    let newest = 0;
    const read = async () => {
      const turn = ++newest;
      const { hash } = window.location;
      if (hash === '') return setHeld(NOTHING);
      setHeld((before) => ({ ...before, reading: true }));
      const changes = await import('@/negotiation/what-if/read-fragment').then(
        ({ fromFragment }) => fromFragment(hash),
        () => null,
      );
      if (turn === newest) setHeld({ changes: changes ?? [], unreadable: changes === null, reading: false });
    };
    const begin = () => void read();
    begin();
    window.addEventListener('hashchange', begin);
    return () => {
      newest++;
      window.removeEventListener('hashchange', begin);
    };
  }, []);
  const put = useCallback((changes: Scenario) => {
    setHeld({ ...NOTHING, changes });
    const { pathname, search } = window.location;
    const fragment = toFragment(changes);
    const address = `${pathname}${search}${fragment === '' ? '' : `#${fragment}`}`;
    window.history.replaceState(window.history.state, '', address);
  }, []);
  return { held, put };
}
