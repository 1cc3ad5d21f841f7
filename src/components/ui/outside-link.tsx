import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/**
 * A link that somebody else wrote: to another site or a mail address, and it says to which. Anything else (a relative
 * address, another scheme) stays plain text: within somebody's text, an address on this site promises too much.
 */
export function OutsideLink({
  href,
  children,
}: {
  readonly href: string | undefined;
  readonly children: ReactNode;
}) {
  const t = useTranslations('common');
  const place = href === undefined ? null : placeOf(href);
  if (place === null) return <>{children}</>;
  return (
    <>
      <a href={href} rel="nofollow noopener noreferrer external">
        {children}
      </a>{' '}
      <span className="font-sans text-note break-all text-muted">{t('outside', { place })}</span>
    </>
  );
}

/** A free text that may be an address, as evidence often is: then a link. */
export function LinkOrText({ text }: { readonly text: string }) {
  const t = useTranslations('common');
  return placeOf(text.trim()) === null ? text : <OutsideLink href={text.trim()}>{t('evidence')}</OutsideLink>;
}

function placeOf(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { protocol, host, pathname } = new URL(href);
  if (protocol === 'http:' || protocol === 'https:') return host;
  return protocol === 'mailto:' ? pathname : null;
}
