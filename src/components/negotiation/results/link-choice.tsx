import clsx from 'clsx';
import { type MouseEvent, type ReactNode, useId } from 'react';
import { Link } from '@/components/ui/link';

export interface LinkOption {
  readonly id: string;
  readonly label: ReactNode;
  readonly href: string;
}

/**
 * One of several, each a link, so that it works without script and can be shared. Not a landmark: a page has many, of
 * the same names.
 */
export function LinkChoice({
  label,
  options,
  current,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly LinkOption[];
  readonly current: string;
  /** With script: what happens instead of going to the link. */
  readonly onChoose?: (id: string) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-note">
      <span id={id} className="text-muted">
        {label}
      </span>
      <ul aria-labelledby={id} className="flex flex-wrap gap-1">
        {options.map(({ id: option, label: shown, href }) => (
          <li key={option}>
            <Link
              href={href}
              scroll={false}
              {...(onChoose && {
                onClick: (event: MouseEvent) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onChoose(option);
                },
              })}
              aria-current={option === current ? 'true' : undefined}
              className={clsx(
                'flex min-h-8 items-center rounded-control border px-2 no-underline',
                option === current
                  ? 'border-accent bg-accent text-paper hover:text-paper'
                  : 'border-line bg-surface text-ink hover:border-accent hover:text-accent',
              )}
            >
              {shown}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
