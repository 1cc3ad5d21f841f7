'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { FileProfile } from '@/negotiation/file/model';
import type { Form, Row } from './form';
import type { OwnScore } from './own-score';
import { ENDS } from './score-text';
import { exactPoints, termsOf } from './weighted-terms';

/** How the criteria lead to the score: weight times score, their sum, and the sum over the sum of the weights, exactly. */
export function WeightedSum({
  profile,
  row,
  form,
  criteria,
  own,
}: {
  readonly profile: FileProfile;
  readonly row: Row;
  readonly form: Form;
  /** Those that weigh something. */
  readonly criteria: readonly { readonly id: string; readonly label: string }[];
  readonly own: OwnScore;
}) {
  const t = useTranslations('ballot.sum');
  const b = useTranslations('ballot');
  const format = useFormatter();
  const points = (hundredths: number) => format.number(hundredths / 100, { maximumFractionDigits: 2 });
  const terms = termsOf(row, form, criteria);
  const caption = t('caption', { profile: profile.title });
  return (
    <ScrollRegion label={caption}>
      <Table caption={caption}>
        <thead>
          <tr>
            <Head>{t('criterion')}</Head>
            {ENDS.map((end) => (
              <Head key={end} numeric>
                {b(end)}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {terms.map(({ criterion, weight, score, product }) => (
            <tr key={criterion}>
              <Head row>{criteria.find(({ id }) => id === criterion)?.label}</Head>
              {ENDS.map((end, k) => (
                <Cell key={end} numeric>
                  {t('term', { weight, score: points(score[k] ?? 0), product: points(product[k] ?? 0) })}
                </Cell>
              ))}
            </tr>
          ))}
          <tr>
            <Head row>{t('sum')}</Head>
            {ENDS.map((end, k) => (
              <Cell key={end} numeric>
                {points(own.ends[k] ?? 0)}
              </Cell>
            ))}
          </tr>
          <tr>
            <Head row>{t('score', { weights: own.over })}</Head>
            {ENDS.map((end, k) => {
              const sum = own.ends[k] ?? 0;
              const decimal = points(sum / own.over);
              return (
                <Cell key={end} numeric>
                  <span className="font-semibold">
                    {sum % own.over === 0
                      ? decimal
                      : t('exact', { exact: exactPoints(sum, own.over), decimal })}
                  </span>
                </Cell>
              );
            })}
          </tr>
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
