'use client';

import { usePathname, useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef, useState } from 'react';
import { castingKey, forgetCastingKey } from '../ballot/idempotency-key';
import { type Refusal, useLeaveRefusal } from '../refusals';

export interface Changing<I> {
  /** Whether it was done. */
  readonly run: (input: I) => Promise<boolean>;
  readonly pending: boolean;
  /** The sentence with which the server refused it. */
  readonly fault: string | null;
}

/**
 * A change of the negotiation. The same input is sent under the same key until it is acknowledged, so that a retry does
 * nothing twice. Done or refused, the page is read again: a refusal often means that another was first, and where that
 * takes the control away, its sentence stays (Refusals).
 */
export function useChange<I>(
  place: string,
  send: (input: I, idempotencyKey: string) => Promise<unknown>,
): Changing<I> {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const leave = useLeaveRefusal();
  const path = usePathname();
  const refusal = useRef<Refusal | null>(null);
  refusal.current = fault === null ? null : { sentence: fault, path };
  useEffect(
    () => () => {
      if (refusal.current !== null) leave(refusal.current);
    },
    [leave],
  );
  const run = async (input: I) => {
    setPending(true);
    setFault(null);
    leave(null);
    try {
      await send(input, castingKey(place, JSON.stringify(input)));
      forgetCastingKey(place);
      return true;
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      setPending(false);
      startTransition(() => router.refresh());
    }
  };
  return { run, pending, fault };
}
