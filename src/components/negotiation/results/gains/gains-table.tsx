import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { dimensionShort } from '../../labels';
import type { GainRow } from './gain-rows';
import { signedPoints } from './signed-points';

/** The numbers behind the rows, with every weight. */
export function GainsTable({
  rows,
  frame,
  caption,
}: {
  readonly rows: readonly GainRow[];
  readonly frame: NegotiationFile;
  readonly caption: string;
}) {
  const t = useTranslations('pictures.gains');
  const c = useTranslations('common');
  const format = useFormatter();
  const people = new Map(frame.stakeholders.map((each) => [each.id, each]));
  const dimensions = frame.dimensions ?? [];
  return (
    <ScrollRegion label={caption}>
      <Table caption={caption}>
        <thead>
          <tr>
            <Head>{c('stakeholder')}</Head>
            <Head>{t('kind')}</Head>
            {dimensions.map(({ id }) => (
              <Head key={id} numeric>
                {dimensionShort(id, frame)}
              </Head>
            ))}
            {STANCES.map((stance) => (
              <Head key={stance} numeric>
                {t('gain', { stance: c(`stance.${stance}`) })}
              </Head>
            ))}
            <Head>{t('reaches')}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const who = people.get(row.stakeholder);
            return (
              <tr key={row.stakeholder}>
                <Head row>{who?.name ?? row.stakeholder}</Head>
                <Cell>{c(`kind.${who?.kind ?? 'other'}`)}</Cell>
                {dimensions.map(({ id }) => (
                  <Cell key={id} numeric>
                    {format.number(who?.weights?.[id] ?? 0)}
                  </Cell>
                ))}
                {STANCES.map((stance) => (
                  <Cell key={stance} numeric>
                    {signedPoints(row.gain[stance])}
                  </Cell>
                ))}
                <Cell>{row.silent ? t('silent') : row.reaches ? c('yes') : c('no')}</Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
