import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link within the site. It fetches nothing ahead: every page is made for its reader at that moment, and each refresh
 * of a live page would fetch all its links again, ahead of the page itself.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
