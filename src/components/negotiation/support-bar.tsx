import type { Stance } from '@/core/model';
import type { Support, Track } from './tracks';

/**
 * Support on one track: three nested bars from nothing to all, since whoever gains necessarily also gains expectedly
 * and possibly (aggregation.md §3), and the threshold as a thin line with its fraction on it.
 */
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
  const percent = (value: number) => `${track.total === 0 ? 0 : (100 * value) / track.total}%`;
  const at = (100 * track.a) / track.b;
  return (
    <svg width="100%" height="40" role="img" aria-label={label} className="block overflow-visible">
      <title>{label}</title>
      <line x1="0" x2="100%" y1="37.5" y2="37.5" className="stroke-line" />
      <rect
        x="0"
        y="21"
        height="14"
        width={percent(support.possible.value)}
        fill="url(#hatch)"
        className="stroke-strong mark-moves"
        strokeWidth="1"
      />
      <rect
        x="0"
        y="21"
        height="14"
        width={percent(support.expected.value)}
        className="fill-expected mark-moves"
      />
      <rect
        x="0"
        y="21"
        height="14"
        width={percent(support.necessary.value)}
        className="fill-necessary mark-moves"
      />
      {support.necessary.value > 0 ? (
        <svg
          x={percent(support.necessary.value)}
          y="18"
          width="3"
          height="20"
          overflow="visible"
          className="mark-moves"
          aria-hidden="true"
        >
          <rect x="-3" width="3" height="20" className="fill-necessary" />
        </svg>
      ) : null}
      <line x1={`${at}%`} x2={`${at}%`} y1="16" y2="40" className="stroke-paper" strokeWidth="4.5" />
      <line x1={`${at}%`} x2={`${at}%`} y1="16" y2="40" className="stroke-ink" strokeWidth="1.5" />
      <text
        x={`${at}%`}
        y="12"
        textAnchor={at > 85 ? 'end' : at < 15 ? 'start' : 'middle'}
        className="fill-ink text-note"
      >
        {threshold}
      </text>
    </svg>
  );
}
