'use client';

import clsx from 'clsx';
import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import type { Triple } from './score-text';

type Drag = Pick<
  ComponentProps<'button'>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>;

interface Named {
  readonly id: string;
  readonly title: string;
}

/** A profile in the order: its grip, the numbers that its place gives it, and the steps by button. */
export function OrderedRow({
  profile: { id, title },
  score,
  tier,
  isTied,
  isDefault,
  dragging,
  line,
  drag,
  onStep,
  onLeave,
}: {
  readonly profile: Named;
  readonly score: Triple | null;
  readonly tier: number;
  /** With the row above. */
  readonly isTied: boolean;
  readonly isDefault: boolean;
  readonly dragging: boolean;
  /** Where a dragged row would come to. */
  readonly line: 'above' | 'below' | 'with' | null;
  readonly drag: Drag;
  /** `button`: what the focus comes back to. */
  readonly onStep: (by: -1 | 1, button: string) => void;
  readonly onLeave: () => void;
}) {
  const t = useTranslations('ballot.quick');
  const b = useTranslations('ballot');
  const format = useFormatter();
  const [low = '', best = '', high = ''] = (score ?? []).map((end) => format.number(end));
  return (
    <li
      data-tier={tier}
      data-order={id}
      className={clsx(
        'flex min-h-12 items-center gap-1',
        dragging && 'opacity-50',
        line === 'above' && 'shadow-[inset_0_2px_0_var(--accent)]',
        line === 'below' && 'shadow-[inset_0_-2px_0_var(--accent)]',
        line === 'with' && 'outline-2 -outline-offset-2 outline-accent',
      )}
    >
      {isDefault ? <span className="w-8" /> : <Grip id={id} title={title} drag={drag} onStep={onStep} />}
      <span className="min-w-0 grow py-1">
        <span className={clsx('block leading-5', isDefault && 'font-semibold')}>{title}</span>
        <span className="block text-note text-muted tabular-nums">
          {low === high ? low : b('intervalText', { low, best, high })}
          {isTied ? ` · ${t('tied')}` : ''}
        </span>
      </span>
      {isDefault ? null : (
        <>
          <RowButton
            press={`${id} up`}
            label={t('up', { profile: title })}
            onPress={() => onStep(-1, `${id} up`)}
          >
            <ArrowUp size={18} aria-hidden="true" />
          </RowButton>
          <RowButton
            press={`${id} down`}
            label={t('down', { profile: title })}
            onPress={() => onStep(1, `${id} down`)}
          >
            <ArrowDown size={18} aria-hidden="true" />
          </RowButton>
          <RowButton press={`${id} leave`} label={t('leave', { profile: title })} onPress={onLeave}>
            <X size={18} aria-hidden="true" />
          </RowButton>
        </>
      )}
    </li>
  );
}

/** A profile that has no place yet: dragged to one, or put beside today. */
export function UnplacedRow({
  profile: { id, title },
  dragging,
  drag,
  onPlace,
}: {
  readonly profile: Named;
  readonly dragging: boolean;
  readonly drag: Drag;
  readonly onPlace: (side: 'better' | 'today' | 'worse') => void;
}) {
  const t = useTranslations('ballot.quick');
  const sides = [
    ['better', t('asBetter'), t('asBetterOf', { profile: title })],
    ['today', t('asEqual'), t('asEqualOf', { profile: title })],
    ['worse', t('asWorse'), t('asWorseOf', { profile: title })],
  ] as const;
  return (
    <li
      data-order={id}
      className={clsx('flex min-h-12 flex-wrap items-center gap-x-1', dragging && 'opacity-50')}
    >
      <Grip id={id} title={title} drag={drag} onStep={(by) => onPlace(by < 0 ? 'better' : 'worse')} />
      <span className="min-w-0 grow">{title}</span>
      <span className="ml-8 flex gap-1 sm:ml-0">
        {sides.map(([side, short, label]) => (
          <RowButton key={side} press={`${id} ${side}`} label={label} onPress={() => onPlace(side)}>
            <span className="px-2 text-note">{short}</span>
          </RowButton>
        ))}
      </span>
    </li>
  );
}

/** What a row is dragged by; the arrow keys move it too. */
function Grip({
  id,
  title,
  drag,
  onStep,
}: {
  readonly id: string;
  readonly title: string;
  readonly drag: Drag;
  readonly onStep: (by: -1 | 1, button: string) => void;
}) {
  const t = useTranslations('ballot.quick');
  return (
    <button
      type="button"
      aria-label={t('drag', { profile: title })}
      data-press={`${id} drag`}
      className="flex h-11 w-8 shrink-0 cursor-grab touch-none items-center justify-center text-muted active:cursor-grabbing"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onStep(event.key === 'ArrowUp' ? -1 : 1, `${id} drag`);
      }}
      {...drag}
    >
      <GripVertical size={18} aria-hidden="true" />
    </button>
  );
}

function RowButton({
  press,
  label,
  onPress,
  children,
}: {
  readonly press: string;
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      data-press={press}
      onClick={onPress}
      className="flex min-h-9 min-w-9 shrink-0 items-center justify-center rounded-control border border-line hover:border-accent hover:text-accent"
    >
      {children}
    </button>
  );
}
