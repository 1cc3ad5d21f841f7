/** What the report reads, in the scope of the reader. */
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { HistoryReport } from '@/negotiation/report';
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import { env } from '@/server/env';
import { reportOf } from '@/server/use-cases/history/report';

export async function readReport(negotiation: string): Promise<HistoryReport> {
  const scope = await scopeFor(await currentSession(), 'history.report', negotiation);
  return scope.ok ? reportOf(scope.value) : notFound();
}

/** Where this site is, for paper that is read elsewhere: the setting, or else what the reader's browser asked for. */
export async function ownAddress(): Promise<string> {
  const setting = env().NEXTAUTH_URL;
  if (setting !== undefined) return new URL(setting).origin;
  return `http://${(await headers()).get('host') ?? 'localhost'}`;
}
