import type { Stance } from '@/core/model';
import type { Support, Track } from './tracks';

/**
 * Support on a track as three nested bars from nothing to all, since whoever gains necessarily also gains expectedly and
 * possibly (aggregation.md §3): hatched, plain, and solid with a cap. Part of an SVG as wide as the track.
 */
export function StanceBars({
  track,
  support,
  y,
  height,
}: {
  readonly track: Track;
  readonly support: { readonly [S in Stance]: Support };
  readonly y: number;
  readonly height: number;
}) {
  const width = (stance: Stance) => `${track.total === 0 ? 0 : (100 * support[stance].value) / track.total}%`;
  return (
    <>
      <rect
        x="0"
        y={y}
        height={height}
        width={width('possible')}
        fill="url(#hatch)"
        className="stroke-strong mark-moves"
        strokeWidth="1"
      />
      <rect x="0" y={y} height={height} width={width('expected')} className="fill-expected mark-moves" />
      <rect x="0" y={y} height={height} width={width('necessary')} className="fill-necessary mark-moves" />
      {support.necessary.value === 0 ? null : (
        <NecessaryCap at={width('necessary')} y={y} height={height} className="mark-moves" />
      )}
    </>
  );
}

/** The cap at the end of what is necessary, three pixels beyond the bar on either side. */
export function NecessaryCap({
  at,
  y,
  height,
  className,
}: {
  readonly at: string;
  readonly y: number;
  readonly height: number;
  readonly className?: string;
}) {
  return (
    <svg
      x={at}
      y={y - 3}
      width="3"
      height={height + 6}
      overflow="visible"
      className={className}
      aria-hidden="true"
    >
      <rect x="-3" width="3" height={height + 6} className="fill-necessary" />
    </svg>
  );
}
