import { useFormatter, useTranslations } from 'next-intl';
import { LongTable } from '@/components/ui/long-table';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Head, NumberedCells, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import { dimensionShort } from '../labels';
import { decimalPercent } from '../numbers';
import type { Track } from '../tracks';

export interface PowerRow {
  readonly id: string;
  readonly banzhaf: number;
  readonly shapleyShubik: number;
  readonly shares: readonly { readonly key: string; readonly share: number }[];
}

/** With more rows, only those in view are in the document. */
const AT_ONCE = 100;

/** Both indices and the shares of weight, stakeholder by stakeholder. */
export function PowerTable({
  rows,
  tracks,
  frame,
  digits,
}: {
  readonly rows: readonly PowerRow[];
  readonly tracks: readonly Track[];
  readonly frame: Pick<NegotiationFile, 'dimensions' | 'stakeholders'>;
  /** After the point, of a per cent. */
  readonly digits: number;
}) {
  const t = useTranslations('results.power');
  const c = useTranslations('common');
  const format = useFormatter();
  const percent = (share: number) => decimalPercent(share, format, digits);
  const heads = [
    c('stakeholder'),
    t('banzhaf'),
    t('shapley'),
    ...tracks.map((track) => t('weight', { dimension: dimensionShort(track.dimension ?? '', frame) })),
  ];
  const names = new Map(frame.stakeholders.map(({ id, name }) => [id, name]));
  const cells = rows.map(({ id, banzhaf, shapleyShubik, shares }) => [
    names.get(id) ?? id,
    percent(banzhaf),
    percent(shapleyShubik),
    ...shares.map(({ share }) => percent(share)),
  ]);
  if (rows.length > AT_ONCE) return <LongTable label={t('title')} heads={heads} rows={cells} />;
  return (
    <ScrollRegion label={t('title')}>
      <Table caption={t('title')}>
        <thead>
          <tr>
            {heads.map((head, k) => (
              <Head key={head} numeric={k > 0}>
                {head}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, at) => (
            <tr key={rows[at]?.id}>
              <NumberedCells cells={row} heads={heads} />
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
