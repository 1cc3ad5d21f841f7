import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import { dimensionShort, stakeholderName } from '../labels';
import { decimalPercent } from '../numbers';
import type { Track } from '../tracks';

export interface PowerRow {
  readonly id: string;
  readonly banzhaf: number;
  readonly shapleyShubik: number;
  readonly shares: readonly { readonly key: string; readonly share: number }[];
}

/** Both indices and the shares of weight, stakeholder by stakeholder. */
export function PowerTable({
  rows,
  tracks,
  frame,
}: {
  readonly rows: readonly PowerRow[];
  readonly tracks: readonly Track[];
  readonly frame: Pick<NegotiationFile, 'dimensions' | 'stakeholders'>;
}) {
  const t = useTranslations('results.power');
  const c = useTranslations('common');
  const format = useFormatter();
  return (
    <ScrollRegion label={t('title')}>
      <Table caption={t('title')}>
        <thead>
          <tr>
            <Head>{c('stakeholder')}</Head>
            <Head numeric>{t('banzhaf')}</Head>
            <Head numeric>{t('shapley')}</Head>
            {tracks.map((track) => (
              <Head key={track.key} numeric>
                {t('weight', { dimension: dimensionShort(track.dimension ?? '', frame) })}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Head row>{stakeholderName(row.id, frame)}</Head>
              <Cell numeric>{decimalPercent(row.banzhaf, format)}</Cell>
              <Cell numeric>{decimalPercent(row.shapleyShubik, format)}</Cell>
              {row.shares.map(({ key, share }) => (
                <Cell key={key} numeric>
                  {decimalPercent(share, format)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
