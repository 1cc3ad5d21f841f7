import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { Link } from '@/components/ui/link';

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-control border px-4 py-2 text-base font-medium no-underline motion-safe:transition-colors motion-safe:duration-150 disabled:cursor-not-allowed disabled:border-line disabled:bg-transparent disabled:text-muted';
const LOOK = {
  primary: 'border-accent bg-accent text-paper hover:bg-ink hover:border-ink hover:text-paper',
  plain: 'border-strong bg-surface text-ink hover:border-accent hover:text-accent',
} as const;

interface Look {
  readonly look?: keyof typeof LOOK;
}

/** A button at least 44 px high. `look="primary"` for the one thing a page is for. */
export function Button({
  look = 'plain',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look) {
  return <button type={type} className={clsx(SHAPE, LOOK[look], className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'plain', className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={clsx(SHAPE, LOOK[look], className)} {...rest} />;
}
