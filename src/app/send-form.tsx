'use client';

import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import type { Sending } from './use-send';

/** What stands in a field, by its name. */
export type Typed = (name: string) => string;

/**
 * A form about an account: its fields, the sentence with which it was refused, its button. Sent before its script is
 * there it is a POST: nothing that was typed comes into an address.
 */
export function SendForm({
  sending: { state, fault },
  refused = null,
  onSend,
  action,
  isLast = false,
  noValidate = false,
  below = null,
  children,
}: {
  readonly sending: Pick<Sending, 'state' | 'fault'>;
  /** Why it is not sent at all. */
  readonly refused?: string | null;
  /** `clear` empties the fields. */
  readonly onSend: (typed: Typed, clear: () => void) => void;
  readonly action: string;
  /** Once it is done another page follows: it is all that its own is for. */
  readonly isLast?: boolean;
  /** What is missing is told by `refused`, not by the browser. */
  readonly noValidate?: boolean;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}) {
  const errorId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    onSend(
      (name) => String(data.get(name) ?? ''),
      () => form.reset(),
    );
  };
  const look = isLast ? ({ look: 'primary', className: 'w-full' } as const) : {};
  return (
    <form
      onSubmit={submit}
      method="post"
      noValidate={noValidate}
      aria-describedby={errorId}
      className={isLast ? 'space-y-4' : 'max-w-md space-y-3'}
    >
      {children}
      <p id={errorId} role="alert" className="text-note text-out-of-reach empty:hidden">
        {refused ?? fault}
      </p>
      <Button type="submit" disabled={state === 'working' || (isLast && state === 'done')} {...look}>
        {action}
      </Button>
      {below}
    </form>
  );
}
