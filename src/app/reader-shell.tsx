import type { ReactNode } from 'react';
import { SiteShell } from '@/components/ui/site-shell';
import { readAccount, readUnread } from './data';

/** The rail of pages that belong to no negotiation, for whoever reads. */
export async function ReaderShell({ children }: { readonly children: ReactNode }) {
  const [{ user }, unread] = await Promise.all([readAccount(), readUnread()]);
  return (
    <SiteShell reader={user?.name ?? null} unread={unread} administrator={user?.administrator ?? false}>
      {children}
    </SiteShell>
  );
}
