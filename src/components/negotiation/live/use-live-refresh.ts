'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef } from 'react';
import { joinLive } from './channel';
import type { LiveMessage, LiveState } from './live-message';

const AT_MOST_EVERY_MS = 1000;

/** On a message of the live stream asks the server for the page again, at most once a second. */
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
    /** As of which the page was made when it was first shown. */
    readonly position: number;
    readonly on: boolean;
  },
  told: {
    readonly state?: (state: LiveState) => void;
    readonly message?: (message: LiveMessage) => void;
  } = {},
): void {
  const router = useRouter();
  const start = useRef(position);
  const tell = useRef(told);
  tell.current = told;
  useEffect(() => {
    if (!on) return;
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      last = Date.now();
      startTransition(() => router.refresh());
    };
    const leave = joinLive(negotiation, reader, start.current, {
      state: (state) => tell.current.state?.(state),
      message: (next) => {
        tell.current.message?.(next);
        timer ??= setTimeout(refresh, Math.max(0, last + AT_MOST_EVERY_MS - Date.now()));
      },
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [negotiation, reader, on, router]);
}
