'use client';

import clsx from 'clsx';
import type { Pictured } from './diagram';

/** A profile among many: the sign of its verdict, and its name for who points at it. */
export function ProfileMark({
  profile: { title, sign, isDefault, adoptable },
  label,
  chosen,
  onChoose,
}: {
  readonly profile: Pictured;
  /** What its arrows say, for who does not see them. */
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      title={title}
      onClick={onChoose}
      className={clsx(
        'relative block size-7 rounded-mark border bg-surface text-center text-note leading-6 hover:text-accent',
        chosen ? 'border-accent text-accent outline-2 outline-accent' : 'border-strong',
        (isDefault || !adoptable) && 'border-dashed',
      )}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">
        {title}, {label}
      </span>
    </button>
  );
}
