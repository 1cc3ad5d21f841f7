import { NecessaryCap } from '../../stance-bars';
import { ThresholdMark } from '../../threshold-mark';
import type { Track } from '../../tracks';
import type { Segment } from './segments';

const TOP = 20;
const HEIGHT = 28;
const BOTTOM = TOP + HEIGHT;

export const SEGMENTS_AT = { top: TOP, height: HEIGHT } as const;

const FILL = [
  'fill-none stroke-line',
  'stroke-strong',
  'fill-expected stroke-paper',
  'fill-necessary stroke-paper',
];

/** A track from nothing to all: its segments, the threshold, who is critical, who is being looked at. */
export function TrackPicture({
  track,
  threshold,
  segments,
  critical,
  active,
}: {
  readonly track: Track;
  readonly threshold: string;
  readonly segments: readonly Segment[];
  readonly critical: ReadonlySet<number>;
  readonly active: readonly number[];
}) {
  const percent = (value: number) => `${track.total === 0 ? 0 : (100 * value) / track.total}%`;
  const necessary = segments.findLast(({ level }) => level === 3)?.to ?? 0;
  const looked = segments.filter(({ members }) => members.some((member) => active.includes(member)));
  return (
    <svg width="100%" height={BOTTOM + 12} aria-hidden="true" className="block overflow-visible">
      {segments.map((segment) => (
        <rect
          key={segment.from}
          x={percent(segment.from)}
          width={percent(segment.to - segment.from)}
          y={TOP}
          height={HEIGHT}
          fill={segment.level === 1 ? 'url(#hatch)' : undefined}
          strokeDasharray={segment.out ? '3 3' : undefined}
          className={segment.out ? 'fill-none stroke-strong' : FILL[segment.level]}
        />
      ))}
      <rect x="0" y={TOP} width="100%" height={HEIGHT} className="fill-none stroke-strong" />
      {necessary > 0 ? <NecessaryCap at={percent(necessary)} y={TOP} height={HEIGHT} /> : null}
      {segments
        .filter(({ members }) => members.some((member) => critical.has(member)))
        .map(({ from, to }) => (
          <svg
            key={from}
            x={percent((from + to) / 2)}
            y={BOTTOM + 3}
            width="10"
            height="8"
            overflow="visible"
            aria-hidden="true"
          >
            <path d="M-5 8 L0 0 L5 8 Z" className="fill-ink" />
          </svg>
        ))}
      {looked.map(({ from, to }) => (
        <g key={from} className="fill-none">
          <rect
            x={percent(from)}
            width={percent(to - from)}
            y={TOP}
            height={HEIGHT}
            className="stroke-paper"
            strokeWidth="7"
          />
          <rect
            x={percent(from)}
            width={percent(to - from)}
            y={TOP - 1}
            height={HEIGHT + 2}
            className="stroke-accent"
            strokeWidth="3"
          />
        </g>
      ))}
      <ThresholdMark track={track} label={threshold} from={TOP - 5} to={BOTTOM + 4} />
    </svg>
  );
}
