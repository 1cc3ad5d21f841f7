/** A bell for one sleeper. A ring while nobody sleeps is kept for the next who would. */
export interface WakeUp {
  readonly ring: () => void;
  /** `true` once rung (or aborted), `false` after `ms` without a ring. */
  readonly wait: (ms: number) => Promise<boolean>;
}

export function wakeUp(signal: AbortSignal): WakeUp {
  let rung = false;
  let sleeper: ((rung: boolean) => void) | null = null;
  const ring = () => {
    rung = true;
    sleeper?.(true);
  };
  signal.addEventListener('abort', ring, { once: true });
  const wait = (ms: number) =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => done(false), ms);
      const done = (value: boolean) => {
        clearTimeout(timer);
        sleeper = null;
        rung = false;
        resolve(value);
      };
      sleeper = done;
      if (rung || signal.aborted) done(true);
    });
  return { ring, wait };
}
