'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { percentOf } from '../../numbers';
import { usePicturesFrame } from '../pictures-frame';
import type { BarNode } from './bar-tree';
import type { Level } from './segments';

export type TrackNode = Extract<BarNode, { readonly kind: 'track' }>;

/** The least and the greatest gain of a stakeholder, in words with their signs; `null` where it is silent. */
export type GainWords = readonly [low: string, high: string] | null;

const LEVEL_KEY = ['level.n0', 'level.n1', 'level.n2', 'level.n3'] as const;

/** What a stakeholder gains, as an interval where it is told. */
export function useGainWords(
  levels: readonly Level[],
  gains: readonly GainWords[] | null,
): (stakeholder: number) => string {
  const t = useTranslations('pictures.bar');
  return (i) => {
    const gain = gains?.[i];
    if (gain === undefined) return t(LEVEL_KEY[levels[i] ?? 0]);
    if (gain === null) return t('silent');
    const [low, high] = gain;
    return low === high ? t('gainExactly', { low }) : t('gain', { low, high });
  };
}

/** Who a segment is, what it holds of a track and what it gains, in a sentence or two. */
export function useMemberWords(
  levels: readonly Level[],
  gains: readonly GainWords[] | null,
): (members: readonly number[], track: TrackNode) => string {
  const t = useTranslations('pictures.bar');
  const c = useTranslations('common.kind');
  const format = useFormatter();
  const { stakeholders } = usePicturesFrame();
  const gainOf = useGainWords(levels, gains);
  return (members, { track, dimension }) => {
    const [first = 0] = members;
    const held = members.reduce(
      (sum, i) => sum + (dimension === null ? 1 : (stakeholders[i]?.weights[dimension] ?? 0)),
      0,
    );
    const weight = t('weight', {
      value: format.number(held),
      total: format.number(track.total),
      percent: percentOf(held, track.total),
    });
    if (members.length > 1) {
      return t('several', { count: members.length, weight, gain: t(LEVEL_KEY[levels[first] ?? 0]) });
    }
    const who = stakeholders[first];
    return t('member', {
      name: who?.name ?? '',
      kind: c(who?.kind ?? 'other'),
      weight,
      gain: gainOf(first),
    });
  };
}
