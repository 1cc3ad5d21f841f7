import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** What is wider than the page scrolls inside its own frame, which the keyboard can reach. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <section
      aria-label={t('scrolls', { label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="relative max-w-full overflow-x-auto"
    >
      {children}
    </section>
  );
}
