'use client';

import { useState } from 'react';

export interface Sending {
  readonly state: 'idle' | 'working' | 'done';
  /** The sentence with which it was refused. */
  readonly fault: string | null;
  /** Sends once at a time. Whether it was done. */
  readonly send: (work: () => Promise<void>) => Promise<boolean>;
}

/** A form's one sending: under way, done, or refused with a sentence; what was typed stays. */
export function useSend(): Sending {
  const [state, setState] = useState<Sending['state']>('idle');
  const [fault, setFault] = useState<string | null>(null);
  const send = async (work: () => Promise<void>) => {
    setState('working');
    setFault(null);
    try {
      await work();
      setState('done');
      return true;
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      setState('idle');
      return false;
    }
  };
  return { state, fault, send };
}
