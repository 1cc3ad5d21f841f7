import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, type Aid, STANCES } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';

/** The utilitarian and the egalitarian aid per stance: shown as aids, never as a verdict. */
export function Aids({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.aids');
  const c = useTranslations('common');
  const shown = (aid: Aid | null) =>
    aid === null
      ? t('none')
      : t('value', { profile: profileTitle(aid.id, frame), value: pointsText(aid.value) });
  return (
    <ScrollRegion label={t('title')}>
      <Table caption={t('caption')} shown>
        <thead>
          <tr>
            <Head>{t('aid')}</Head>
            {STANCES.map((stance) => (
              <Head key={stance} className="min-w-36">
                {c(`stance.${stance}`)}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['utilitarian', 'egalitarian'] as const).map((aid) => (
            <tr key={aid}>
              <Head row>{t(aid)}</Head>
              {STANCES.map((stance) => (
                <Cell key={stance}>{shown(result.aids[stance][aid])}</Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
