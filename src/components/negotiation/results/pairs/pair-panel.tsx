'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { PairRow, Stance } from '@/core/model';
import type { PairView } from '@/negotiation/standing-detail';
import { percentOf, toNumber } from '../../numbers';
import { usePicturesFrame } from '../pictures-frame';
import { NameList } from './name-list';

/** A dimension with its total, and the thresholds that its shares are read against. */
export interface Weighed {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly thresholds: readonly { readonly a: number; readonly b: number }[];
}

/** Who prefers which of two profiles under a stance: a sentence each way, and the two coalitions. */
export function PairPanel({
  pair,
  stance,
  weighed,
  titleOf,
}: {
  readonly pair: PairView;
  readonly stance: Stance;
  readonly weighed: readonly Weighed[];
  readonly titleOf: (profile: string) => string;
}) {
  const t = useTranslations('pictures.pairs');
  const c = useTranslations('common');
  const format = useFormatter();
  const { stakeholders } = usePicturesFrame();
  const sides = [
    { key: 'prefer', row: pair.prefer[stance], who: pair.detail?.prefer[stance] ?? null },
    { key: 'against', row: pair.against[stance], who: pair.detail?.against[stance] ?? null },
  ] as const;
  const share = (row: PairRow, { id, total, thresholds }: Weighed) =>
    percentOf(toNumber(row.weights[id] ?? 0), total, thresholds);
  return (
    <>
      {sides.map(({ key, row }) => (
        <p key={key} className="prose-column font-serif text-prose">
          {t('sentence', {
            members: row.members,
            of: stakeholders.length,
            over: titleOf(row.over),
            under: titleOf(row.under),
            turns: c(`stanceTurns.${stance}`),
            weighed: row.members === 0 || weighed.length === 0 ? 'no' : 'yes',
            shares: format.list(
              weighed.map((each) => t('share', { percent: share(row, each), dimension: each.name })),
            ),
            adequate: row.adequate ? 'yes' : 'no',
          })}
        </p>
      ))}
      <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {sides.map(({ key, row, who }) => (
          <div key={key}>
            <h4 className="text-note font-semibold">
              {t('prefer', { profile: titleOf(row.over) })}
              <span className="font-normal text-muted">
                {' '}
                {row.adequate ? t('adequate') : t('notAdequate')}
              </span>
            </h4>
            <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-note text-muted">
              <dt>{c('members')}</dt>
              <dd className="text-right tabular-nums">
                {t('outOf', { n: format.number(row.members), of: format.number(stakeholders.length) })}
              </dd>
              {weighed.map((each) => (
                <div key={each.id} className="contents">
                  <dt>{each.name}</dt>
                  <dd className="text-right tabular-nums">
                    {t('outOf', {
                      n: format.number(toNumber(row.weights[each.id] ?? 0)),
                      of: format.number(each.total),
                    })}{' '}
                    · {share(row, each)}
                  </dd>
                </div>
              ))}
            </dl>
            <p className="mt-1 text-note">{who === null ? t('nobodyTold') : <NameList ids={who} />}</p>
          </div>
        ))}
      </div>
    </>
  );
}
