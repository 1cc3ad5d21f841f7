'use client';

import { useTranslations } from 'next-intl';
import { type Packed, unpacked } from '@/components/ui/packed';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type ProfileResult, STANCES } from '@/core/model';
import { StanceHeads } from '../stance-heads';
import { ThreatStatusMark } from '../threat-status-mark';
import { Verdict } from '../verdict';

export interface VerdictRow
  extends Pick<ProfileResult, 'id' | 'verdict' | 'threats' | 'ratified' | 'recommended'> {
  readonly title: string;
  /** The critical gain by stance, in points; `null` where there is none. */
  readonly gains: readonly (string | null)[];
}

/** The table itself, which the browser draws too, so that it gets a text and not each cell a second time. */
export function VerdictRows({ rows }: { readonly rows: Packed<readonly VerdictRow[]> }) {
  const t = useTranslations('results.verdicts');
  const c = useTranslations('common');
  return (
    <ScrollRegion label={t('title')}>
      <Table caption={t('caption')} shown>
        <thead>
          <tr>
            <Head rowSpan={2}>{c('profile')}</Head>
            <Head rowSpan={2}>{t('verdict')}</Head>
            <Head colSpan={3} className="border-b-0 pb-0 text-center">
              {t('criticalGain')}
            </Head>
            <Head rowSpan={2} className="pl-4">
              {t('threats')}
            </Head>
            <Head rowSpan={2}>{t('ratified')}</Head>
            <Head rowSpan={2}>{t('recommended')}</Head>
          </tr>
          <tr>
            <StanceHeads numeric />
          </tr>
        </thead>
        <tbody>
          {unpacked(rows).map(({ id, title, verdict, gains, threats, ratified, recommended }) => (
            <tr key={id} data-verdict={verdict} data-profile={id}>
              <Head row className="min-w-36">
                {verdict === 'default' ? title : <a href={`#why-${id}`}>{title}</a>}
              </Head>
              <Cell>
                <Verdict verdict={verdict} />
              </Cell>
              {STANCES.map((stance, k) => (
                <Cell key={stance} numeric>
                  {gains[k] ?? c('notApplicable')}
                </Cell>
              ))}
              <Cell className="pl-4">
                {threats === null ? c('notApplicable') : <ThreatStatusMark status={threats} />}
              </Cell>
              <Cell>{ratified ? c('yes') : c('no')}</Cell>
              <Cell>{recommended ? c('yes') : c('no')}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
