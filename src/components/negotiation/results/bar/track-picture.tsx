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
  const at = (100 * track.a) / track.b;
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
      {necessary > 0 ? (
        <svg
          x={percent(necessary)}
          y={TOP - 3}
          width="3"
          height={HEIGHT + 6}
          overflow="visible"
          aria-hidden="true"
        >
          <rect x="-3" width="3" height={HEIGHT + 6} className="fill-necessary" />
        </svg>
      ) : null}
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
      <line
        x1={`${at}%`}
        x2={`${at}%`}
        y1={TOP - 5}
        y2={BOTTOM + 4}
        className="stroke-paper"
        strokeWidth="4.5"
      />
      <line
        x1={`${at}%`}
        x2={`${at}%`}
        y1={TOP - 5}
        y2={BOTTOM + 4}
        className="stroke-ink"
        strokeWidth="1.5"
      />
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
