import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { STANCES } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../../labels';
import { signedPoints } from '../gains/signed-points';
import type { Agreement } from './agreement';

/** The least gains of both blocs under every stance, their product and sum, and the aids that point to each profile. */
export function AgreementTable({
  range,
  frame,
  names,
}: {
  readonly range: readonly Agreement[];
  readonly frame: Pick<NegotiationFile, 'profiles'>;
  readonly names: { readonly first: string; readonly second: string };
}) {
  const t = useTranslations('pictures.bargaining');
  const c = useTranslations('common');
  const format = useFormatter();
  return (
    <Disclosure summary={c('table')}>
      <ScrollRegion label={t('table')}>
        <Table caption={t('table')}>
          <thead>
            <tr>
              <Head rowSpan={2}>{c('profile')}</Head>
              <Head colSpan={3}>{t('leastOf', { bloc: names.first })}</Head>
              <Head colSpan={3}>{t('leastOf', { bloc: names.second })}</Head>
              <Head rowSpan={2} numeric>
                {t('product')}
              </Head>
              <Head rowSpan={2} numeric>
                {t('sum')}
              </Head>
              <Head rowSpan={2}>{t('aids')}</Head>
            </tr>
            <tr>
              {(['first', 'second'] as const).flatMap((side) =>
                STANCES.map((stance) => (
                  <Head key={`${side} ${stance}`} numeric>
                    {c(`stance.${stance}`)}
                  </Head>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {range.map((row) => (
              <tr key={row.profile}>
                <Head row className="min-w-32">
                  {profileTitle(row.profile, frame)}
                </Head>
                {(['first', 'second'] as const).flatMap((side) =>
                  STANCES.map((stance) => (
                    <Cell key={`${side} ${stance}`} numeric>
                      {signedPoints(row[side][stance])}
                    </Cell>
                  )),
                )}
                <Cell numeric>{pointsText(row.product)}</Cell>
                <Cell numeric>{pointsText(row.sum)}</Cell>
                <Cell>
                  {row.aids.length === 0
                    ? c('notApplicable')
                    : format.list(row.aids.map((aid) => t(`aid.${aid}`)))}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </Disclosure>
  );
}
