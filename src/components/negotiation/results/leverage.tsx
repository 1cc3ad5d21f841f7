import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { AggregationResult } from '@/core/model';
import { leverageSentences } from '@/negotiation/explain/leverage-sentences';
import type { NegotiationFile } from '@/negotiation/file/model';
import { Explain } from '../explain';
import { guaranteeTitle, profileTitle } from '../labels';
import { Verdict } from '../verdict';
import { ByStanceMarks, StanceInitials } from './by-stance';
import { AT_ONCE } from './folded-by-link';
import { LeverageBars } from './leverage-bars';

/** Guarantees in the order in which research on them would pay off, and which verdict falls without each. */
export function Leverage({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.leverage');
  const c = useTranslations('common');
  if (result.leverage.length === 0) return <p>{t('none')}</p>;
  const delivered = new Set(
    (frame.guarantees ?? []).filter((each) => each.delivered === true).map((each) => each.id),
  );
  const told = leverageSentences(frame, result);
  const sentences = (
    <ul className="prose-column mt-4 mb-4 space-y-1.5 font-serif">
      {told.map((sentence) => (
        <li key={JSON.stringify(sentence)}>
          <Explain message={sentence} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <LeverageBars result={result} frame={frame} />
      {told.length > AT_ONCE ? (
        <Disclosure summary={t('sentences', { count: told.length })}>{sentences}</Disclosure>
      ) : (
        sentences
      )}
      <ScrollRegion label={t('title')}>
        <Table caption={t('caption')} shown>
          <thead>
            <tr>
              <Head>{t('guarantee')}</Head>
              <Head>{c('profile')}</Head>
              <Head>{t('with')}</Head>
              <Head>{t('without')}</Head>
              <Head numeric>{t('stated')}</Head>
              <Head>
                {t('firm')}
                <StanceInitials />
              </Head>
              <Head>
                {t('pivotal')}
                <StanceInitials />
              </Head>
            </tr>
          </thead>
          {result.leverage.map((row, rank) => (
            <tbody key={row.guarantee}>
              {row.profiles.length === 0 ? (
                <tr>
                  <Head row className="min-w-44">
                    {rank + 1}. {guaranteeTitle(row.guarantee, frame)}
                  </Head>
                  <td colSpan={6} className="border-b border-line py-2 text-muted">
                    {t('nobody')}
                  </td>
                </tr>
              ) : null}
              {row.profiles.map((profile, index) => (
                <tr key={profile.id}>
                  {index === 0 ? (
                    <th
                      scope="rowgroup"
                      rowSpan={row.profiles.length}
                      className="min-w-44 border-b border-line py-2 pr-4 text-left align-top font-medium"
                    >
                      {rank + 1}. {guaranteeTitle(row.guarantee, frame)}
                      <span className="block font-normal text-muted">
                        {delivered.has(row.guarantee) ? t('delivered') : t('undelivered')}
                      </span>
                    </th>
                  ) : null}
                  <Cell className="min-w-32">{profileTitle(profile.id, frame)}</Cell>
                  <Cell>
                    <Verdict verdict={profile.verdict} />
                  </Cell>
                  <Cell>
                    <Verdict verdict={profile.without} />
                  </Cell>
                  <Cell numeric>{profile.stated}</Cell>
                  <Cell>
                    <ByStanceMarks value={profile.firm} />
                  </Cell>
                  <Cell>
                    <ByStanceMarks value={profile.pivotal} />
                  </Cell>
                </tr>
              ))}
            </tbody>
          ))}
        </Table>
      </ScrollRegion>
    </>
  );
}
