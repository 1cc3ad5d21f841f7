import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { StakeholderVote } from '@/negotiation/session-view';
import { KindMark } from '../kind-mark';

/** Who has cast and who is missing, those first that a facilitator would write to. */
export function ParticipationTable({
  votes,
  frame,
}: {
  readonly votes: readonly StakeholderVote[];
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
}) {
  const t = useTranslations('session.participation');
  const c = useTranslations('common');
  const format = useFormatter();
  const byId = new Map(frame.stakeholders.map((stakeholder) => [stakeholder.id, stakeholder]));
  const rank = ({ castAt, thisRound }: StakeholderVote) => (castAt === null ? 0 : thisRound ? 2 : 1);
  return (
    <ScrollRegion label={t('title')}>
      <Table caption={t('caption')} shown>
        <thead>
          <tr>
            <Head>{c('stakeholder')}</Head>
            <Head>{t('ballot')}</Head>
            <Head>{t('cast')}</Head>
            <Head numeric>{t('delegates')}</Head>
          </tr>
        </thead>
        <tbody>
          {[...votes]
            .sort((a, b) => rank(a) - rank(b))
            .map((vote) => {
              const stakeholder = byId.get(vote.stakeholder);
              if (stakeholder === undefined) return null;
              return (
                <tr key={vote.stakeholder} data-stakeholder={vote.stakeholder}>
                  <Head row>
                    <span className="inline-flex items-baseline gap-2 font-normal">
                      <KindMark kind={stakeholder.kind} label={c(`kind.${stakeholder.kind}`)} />
                      {stakeholder.name}
                    </span>
                  </Head>
                  <Cell className={vote.castAt === null ? 'font-medium' : ''}>
                    {t(vote.castAt === null ? 'none' : vote.thisRound ? 'thisRound' : 'earlier')}
                    {vote.as === 'abstained' ? ` ${t('abstained')}` : null}
                    {vote.provisional ? ` ${t('provisional')}` : null}
                  </Cell>
                  <Cell className="whitespace-nowrap">
                    {vote.castAt === null
                      ? c('notApplicable')
                      : format.dateTime(new Date(vote.castAt), {
                          day: 'numeric',
                          month: 'short',
                          hour: '2-digit',
                          minute: '2-digit',
                        })}
                  </Cell>
                  <Cell numeric>{vote.delegates === 0 ? t('nobody') : vote.delegates}</Cell>
                </tr>
              );
            })}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
