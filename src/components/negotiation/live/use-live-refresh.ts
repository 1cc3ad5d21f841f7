'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef } from 'react';
import { joinLive } from './channel';
import type { LiveMessage, LiveState } from './live-message';

const AT_MOST_EVERY_MS = 1000;
/** So often a page asks again that is not of the newest message yet: the whole result of a big negotiation follows. */
const TRIES = 30;

/** On a message of the live stream asks the server for the page again, at most once a second, until it is as new. */
export function useLiveRefresh(
  {
    negotiation,
    reader,
    position,
    on,
  }: {
    readonly negotiation: string;
    /** Who reads: tabs share a stream only with tabs of the same account. */
    readonly reader: string;
    /** As of which the page is. */
    readonly position: number;
    readonly on: boolean;
  },
  told: {
    readonly state?: (state: LiveState) => void;
    readonly message?: (message: LiveMessage) => void;
  } = {},
): void {
  const router = useRouter();
  const shown = useRef(position);
  shown.current = position;
  const tell = useRef(told);
  tell.current = told;
  useEffect(() => {
    if (!on) return;
    let last = 0;
    let newest = 0;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = setTimeout(again, AT_MOST_EVERY_MS);
      last = Date.now();
      startTransition(() => router.refresh());
    };
    const again = () => {
      timer = undefined;
      if (shown.current >= newest || tries >= TRIES) return;
      tries += 1;
      refresh();
    };
    const leave = joinLive(negotiation, reader, shown.current, {
      state: (state) => tell.current.state?.(state),
      message: (next) => {
        tell.current.message?.(next);
        newest = Math.max(newest, next.position);
        tries = 0;
        timer ??= setTimeout(refresh, Math.max(0, last + AT_MOST_EVERY_MS - Date.now()));
      },
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [negotiation, reader, on, router]);
}
