import type { useTranslations } from 'next-intl';
import type { NegotiationFile } from '@/negotiation/file/model';
import { dimensionShort, shareInWords } from './labels';
import type { Track } from './tracks';

type Translate = ReturnType<typeof useTranslations<'common'>>;

/** The short label of a track: its dimension up to the first comma, or the word for stakeholders. */
export function trackLabel(track: Track, frame: Pick<NegotiationFile, 'dimensions'>, t: Translate): string {
  if (track.dimension === null) return t('members');
  return dimensionShort(track.dimension, frame);
}

/** The threshold as written on its line: “> 1/2”, “≥ 65 %”, “≥ 6” of the stakeholders. */
export function thresholdLabel(track: Track, t: Translate): string {
  if (track.dimension === null && track.b === track.total) return t('rule.count', { count: track.a });
  const share = shareInWords(`${track.a}/${track.b}`);
  return track.strict ? t('rule.more', { share }) : t('rule.atLeast', { share });
}
