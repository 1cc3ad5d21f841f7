import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { SessionView } from '@/negotiation/session-view';

/** Every round: when it opened, its deadline, and when it closed. */
export function RoundsTable({ rounds }: { readonly rounds: SessionView['rounds'] }) {
  const t = useTranslations('session.rounds');
  const format = useFormatter();
  const when = (at: string | null) =>
    at === null ? null : format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  if (rounds.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <ScrollRegion label={t('title')}>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Head>{t('round')}</Head>
            <Head>{t('opened')}</Head>
            <Head>{t('deadline')}</Head>
            <Head>{t('closed')}</Head>
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ round, openedAt, deadline, closedAt }) => (
            <tr key={round}>
              <Head row>{round}</Head>
              <Cell>{when(openedAt)}</Cell>
              <Cell>{when(deadline) ?? t('noDeadline')}</Cell>
              <Cell>{when(closedAt) ?? t('open')}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
