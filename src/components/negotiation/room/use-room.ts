import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Flipped } from '@/audit/flips';
import type { Information } from '@/audit/information';
import type { Unfollowed } from '@/audit/replay';
import type { StandingAt } from '@/audit/standing-at';
import type { Difference, Overview, RoomNews, RoomOrder, Said } from './orders';

export type Ask = (order: Exclude<RoomOrder, { readonly kind: 'open' }>) => void;

/** What has been answered so far. Of each kind the newest answer stays, while the next is computed. */
export interface RoomState {
  readonly bundle:
    | { readonly kind: 'fetching' }
    | { readonly kind: 'no-bundle' }
    | { readonly kind: 'reading'; readonly events: number }
    | { readonly kind: 'not-opened'; readonly why: Unfollowed }
    | { readonly kind: 'open'; readonly overview: Overview };
  readonly broken: string | null;
  readonly standing: { readonly position: number; readonly at: StandingAt } | null;
  readonly comparing: number | null;
  readonly difference: Difference | null;
  readonly words: { readonly stakeholder: string; readonly said: readonly Said[] } | null;
  readonly flips:
    | { readonly kind: 'idle' }
    | {
        readonly kind: 'running' | 'stopped';
        readonly position: number;
        readonly found: readonly Flipped[];
      }
    | { readonly kind: 'done'; readonly found: readonly Flipped[] };
  readonly information: Information | null;
}

const START: RoomState = {
  bundle: { kind: 'fetching' },
  broken: null,
  standing: null,
  comparing: null,
  difference: null,
  words: null,
  flips: { kind: 'idle' },
  information: null,
};

type Change = RoomNews | { readonly kind: 'no-bundle' | 'flips-asked' | 'flips-stopped' };

/** Downloads the bundle once and keeps a worker that answers from it, until the page is left. */
export function useRoom(negotiation: string): { readonly state: RoomState; readonly ask: Ask } {
  const [state, dispatch] = useReducer(changed, START);
  const worker = useRef<Worker | null>(null);
  useEffect(() => {
    // Begun before the download, so that the page has all of its code once it has the bundle.
    const beside = new Worker(new URL('./room-worker.ts', import.meta.url), { type: 'module' });
    worker.current = beside;
    beside.addEventListener('message', ({ data }: MessageEvent<RoomNews>) => dispatch(data));
    beside.addEventListener('error', ({ message }) => dispatch({ kind: 'broken', message }));
    bundleOf(negotiation).then((bundle) => {
      if (bundle === null) dispatch({ kind: 'no-bundle' });
      else beside.postMessage({ kind: 'open', bundle } satisfies RoomOrder);
    });
    return () => beside.terminate();
  }, [negotiation]);
  const ask = useCallback<Ask>((order) => {
    if (order.kind === 'flips') dispatch({ kind: 'flips-asked' });
    if (order.kind === 'stop-flips') dispatch({ kind: 'flips-stopped' });
    worker.current?.postMessage(order);
  }, []);
  return { state, ask };
}

async function bundleOf(negotiation: string): Promise<Blob | null> {
  try {
    const response = await fetch(`/api/bundle/${negotiation}`);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

function changed(state: RoomState, change: Change): RoomState {
  switch (change.kind) {
    case 'no-bundle':
      return { ...state, bundle: { kind: 'no-bundle' } };
    case 'reading':
      return { ...state, bundle: change };
    case 'not-opened':
      return { ...state, bundle: change };
    case 'opened':
      return { ...state, bundle: { kind: 'open', overview: change.overview } };
    case 'broken':
      return { ...state, broken: change.message };
    case 'standing':
      return { ...state, standing: { position: change.position, at: change.standing } };
    case 'comparing':
      return { ...state, comparing: change.position };
    case 'difference':
      return { ...state, comparing: null, difference: change.difference };
    case 'words':
      return { ...state, words: change };
    case 'information':
      return { ...state, information: change.information };
    case 'flips':
      return { ...state, flips: { kind: 'done', found: change.found } };
    case 'flips-asked':
      return { ...state, flips: { kind: 'running', position: 0, found: [] } };
    case 'flipping':
      // One that was under way when it was called off.
      return state.flips.kind === 'running' ? { ...state, flips: { ...change, kind: 'running' } } : state;
    case 'flips-stopped':
      return state.flips.kind === 'running'
        ? { ...state, flips: { ...state.flips, kind: 'stopped' } }
        : state;
  }
}
