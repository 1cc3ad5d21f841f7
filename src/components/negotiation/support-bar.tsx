'use client';

import type { Stance } from '@/core/model';
import { StanceBars } from './stance-bars';
import { ThresholdMark } from './threshold-mark';
import type { Support, Track } from './tracks';

/** Support on one track under the three stances, against its threshold. */
export function SupportBar({
  track,
  support,
  threshold,
  label,
}: {
  readonly track: Track;
  readonly support: { readonly [S in Stance]: Support };
  readonly threshold: string;
  readonly label: string;
}) {
  return (
    <svg width="100%" height="40" role="img" aria-label={label} className="block overflow-visible">
      <title>{label}</title>
      <line x1="0" x2="100%" y1="37.5" y2="37.5" className="stroke-line" />
      <StanceBars track={track} support={support} y={21} height={14} />
      <ThresholdMark track={track} label={threshold} from={16} to={40} />
    </svg>
  );
}
