import { useCallback, useEffect, useState } from 'react';
import { fromFragment, toFragment } from '@/negotiation/what-if/fragment';
import type { Scenario } from '@/negotiation/what-if/scenario';

export interface Held {
  readonly changes: Scenario;
  /** Whether the address has come with something that is no scenario. */
  readonly unreadable: boolean;
}

const NOTHING: Held = { changes: [], unreadable: false };

/** The scenario that the address holds behind its number sign, where no server sees it; each change is written there. */
export function useScenario(): { readonly held: Held; readonly put: (changes: Scenario) => void } {
  const [held, setHeld] = useState(NOTHING);
  useEffect(() => {
    const read = () => {
      const changes = fromFragment(window.location.hash);
      setHeld(changes === null ? { changes: [], unreadable: true } : { changes, unreadable: false });
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const put = useCallback((changes: Scenario) => {
    setHeld({ changes, unreadable: false });
    const { pathname, search } = window.location;
    const fragment = toFragment(changes);
    const address = `${pathname}${search}${fragment === '' ? '' : `#${fragment}`}`;
    window.history.replaceState(window.history.state, '', address);
  }, []);
  return { held, put };
}
