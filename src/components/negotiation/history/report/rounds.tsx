import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Section } from '@/components/ui/section';
import { Cell, Head, Table } from '@/components/ui/table';
import type { HistoryReport } from '@/negotiation/report';
import { Moment } from './moment';

/** The rounds with their times. One that its deadline ended took effect then, whenever the log came to say so. */
export function Rounds({ rounds }: { readonly rounds: HistoryReport['rounds'] }) {
  const t = useTranslations('report.rounds');
  if (rounds.length === 0) return null;
  return (
    <Section id="rounds" title={t('title')}>
      <ScrollRegion label={t('title')}>
        <Table caption={t('caption')} shown>
          <thead>
            <tr>
              <Head>{t('round')}</Head>
              <Head>{t('opened')}</Head>
              <Head>{t('deadline')}</Head>
              <Head>{t('closed')}</Head>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ round, opened, deadline, closed }) => (
              <tr key={round}>
                <Head row>{round}</Head>
                <Cell>
                  <Moment at={opened.at} />
                </Cell>
                <Cell>{deadline === null ? t('none') : <Moment at={deadline} />}</Cell>
                <Cell>{closed === null ? t('open') : <Moment at={closed.effectiveAt} />}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </Section>
  );
}
