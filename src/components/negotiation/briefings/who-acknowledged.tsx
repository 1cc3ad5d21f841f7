import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { BriefingView } from '@/negotiation/briefing-view';
import type { NegotiationFile } from '@/negotiation/file/model';

/** Every stakeholder, and which version of the briefing it has acknowledged when. */
export function WhoAcknowledged({
  briefing: { title, version, acknowledgedBy },
  frame,
}: {
  readonly briefing: Pick<BriefingView, 'title' | 'version' | 'acknowledgedBy'>;
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
}) {
  const t = useTranslations('briefings');
  const c = useTranslations('common');
  const format = useFormatter();
  if (acknowledgedBy === null) return <p>{t('membersOnly')}</p>;
  const byStakeholder = new Map(acknowledgedBy.map((each) => [each.stakeholder, each]));
  return (
    <>
      <p className="mb-3">
        {t('count', {
          count: acknowledgedBy.filter((each) => each.version === version).length,
          of: frame.stakeholders.length,
        })}
      </p>
      <ScrollRegion label={t('who')}>
        <Table caption={t('whoCaption', { title })}>
          <thead>
            <tr>
              <Head>{c('stakeholder')}</Head>
              <Head>{t('whoVersion')}</Head>
              <Head>{t('whoAt')}</Head>
            </tr>
          </thead>
          <tbody>
            {frame.stakeholders.map(({ id, name }) => {
              const said = byStakeholder.get(id);
              return (
                <tr key={id}>
                  <Head row>{name}</Head>
                  <Cell>{said?.version ?? c('notApplicable')}</Cell>
                  <Cell>
                    {said === undefined
                      ? t('whoNot')
                      : format.dateTime(new Date(said.at), { dateStyle: 'medium', timeStyle: 'short' })}
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}
