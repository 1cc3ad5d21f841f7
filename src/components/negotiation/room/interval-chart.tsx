import type { Score } from '@/audit/scores';
import type { Mark } from '@/audit/timeline';
import { toNumber } from '../numbers';

const HEIGHT = 108;
const TOP = 12;
const BOTTOM = 100;

/** A stretch on the x-axis, both ends from 0 to 100, over which a score stood. */
export interface Span {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly score: Score | null;
}

/** One profile's intervals over time: the band from low to high, and the best guess as a line in steps. */
export function IntervalChart({
  label,
  ends,
  spans,
  marks,
  acknowledged,
}: {
  readonly label: string;
  /** What stands at both ends of the x-axis. */
  readonly ends: readonly [first: string, last: string];
  readonly spans: readonly Span[];
  readonly marks: readonly { readonly x: number; readonly type: Mark['type']; readonly position: number }[];
  readonly acknowledged: readonly { readonly x: number; readonly key: string }[];
}) {
  return (
    <div className="pl-8">
      <svg width="100%" height={HEIGHT} role="img" aria-label={label} className="block overflow-visible">
        <title>{label}</title>
        {[0, 50, 100].map((points) => (
          <g key={points}>
            <line x1="0" x2="100%" y1={y(points)} y2={y(points)} className="stroke-line" />
            <text x="-6" y={y(points) + 4} textAnchor="end" className="fill-muted text-note tabular-nums">
              {points}
            </text>
          </g>
        ))}
        {spans.map(({ key, from, to, score }) =>
          score === null ? null : (
            <rect
              key={key}
              x={`${from}%`}
              width={`${to - from}%`}
              y={y(toNumber(score[2]))}
              height={Math.max(1, y(toNumber(score[0])) - y(toNumber(score[2])))}
              className="fill-possible stroke-strong"
              strokeWidth="0.75"
            />
          ),
        )}
        {marks.map(({ x, type, position }) =>
          type === 'briefing.published' ? (
            <g key={position} className="stroke-ink" strokeWidth="1.5">
              <line x1={`${x}%`} x2={`${x}%`} y1="0" y2={TOP} />
              <circle cx={`${x}%`} cy="4" r="3.5" className="fill-paper" />
            </g>
          ) : (
            <line
              key={position}
              x1={`${x}%`}
              x2={`${x}%`}
              y1={TOP - 2}
              y2={BOTTOM + 4}
              className="stroke-ink"
              strokeDasharray={type === 'round.closed' ? '3 3' : undefined}
              strokeWidth="1"
            />
          ),
        )}
        {spans.map(({ key, from, to, score }, index) => {
          if (score === null) return null;
          const before = spans[index - 1]?.score ?? null;
          const best = y(toNumber(score[1]));
          return (
            <g key={key} className="stroke-necessary" strokeWidth="2.5">
              <line x1={`${from}%`} x2={`${to}%`} y1={best} y2={best} />
              {before === null ? null : (
                <line x1={`${from}%`} x2={`${from}%`} y1={y(toNumber(before[1]))} y2={best} />
              )}
            </g>
          );
        })}
        {acknowledged.map(({ x, key }) => (
          <circle key={key} cx={`${x}%`} cy="4" r="3.5" className="fill-ink" />
        ))}
      </svg>
      <p aria-hidden="true" className="flex justify-between text-note text-muted tabular-nums">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}

function y(points: number): number {
  return BOTTOM - ((BOTTOM - TOP) * points) / 100;
}
