'use client';

import { useLiveRefresh } from '../live/use-live-refresh';

/** Keeps the session's page at the newest position while there is no live standing to do so: in sealed rounds and in draft. */
export function LiveSession(props: Omit<Parameters<typeof useLiveRefresh>[0], 'on'>) {
  useLiveRefresh({ ...props, on: true });
  return null;
}
