import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';

/** What is wider than the page scrolls inside its own frame, which the keyboard can reach. */
export function ScrollRegion({
  ref,
  label,
  tall = false,
  children,
}: {
  readonly ref?: Ref<HTMLElement>;
  readonly label: string;
  /** Scrolls downwards too, so that heads of columns can stay in view. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations('common');
  return (
    <section
      ref={ref}
      aria-label={t('scrolls', { label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={clsx(
        'edge-shade relative max-w-full print:bg-none',
        tall ? 'max-h-[80vh] overflow-auto print:max-h-none' : 'overflow-x-auto',
      )}
    >
      {children}
    </section>
  );
}
