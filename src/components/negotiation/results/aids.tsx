import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, type Aid, STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { pointsInWords } from '../numbers';
import { StanceHeads } from '../stance-heads';

/** The utilitarian and the egalitarian aid per stance: shown as aids, never as a verdict. */
export function Aids({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.aids');
  const format = useFormatter();
  const [first] = frame.dimensions ?? [];
  const shown = (aid: Aid | null) =>
    aid === null
      ? t('none')
      : t('value', { profile: profileTitle(aid.id, frame), value: pointsInWords(aid.value, format) });
  return (
    <ScrollRegion label={t('title')}>
      <Table
        caption={t('caption', { weighed: first === undefined ? 'no' : 'yes', dimension: first?.label ?? '' })}
        shown
      >
        <thead>
          <tr>
            <Head>{t('aid')}</Head>
            <StanceHeads className="min-w-36" />
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
