import type { Points } from '@/core/model';
import { type GainRow, onAxis } from './gain-rows';

/** Of the heaviest, in pixels; what has no weight is a dashed line. */
const THICKEST = 30;
const THINNEST = 2;

export function thickness(part: number): number {
  return Math.max(THINNEST, part * THICKEST);
}

/** A row's bar from the least to the greatest gain, as thick as its weight, with a dot at the expected one. */
export function GainInterval({
  row,
  y,
  height,
  dense = false,
}: {
  readonly row: GainRow;
  /** Of its middle. */
  readonly y: number;
  readonly height: number;
  /** Whether rows are so thin that dots would lie on each other. */
  readonly dense?: boolean;
}) {
  const { necessary, expected, possible } = row.gain;
  const [from, to] = [at(necessary, 0), at(possible, 100)];
  return (
    <>
      {row.weight === 0 ? (
        <line
          x1={`${from}%`}
          x2={`${to}%`}
          y1={y}
          y2={y}
          className={row.silent ? 'stroke-strong' : 'stroke-necessary'}
          strokeDasharray="5 3"
          strokeWidth="1.5"
        />
      ) : (
        <rect
          x={`${from}%`}
          width={`${to - from}%`}
          y={y - height / 2}
          height={height}
          fill={row.silent ? 'url(#hatch)' : undefined}
          className={row.silent ? 'stroke-strong' : row.reaches ? 'fill-necessary' : 'fill-expected'}
        />
      )}
      {from === to ? (
        <line
          x1={`${from}%`}
          x2={`${from}%`}
          y1={y - 6}
          y2={y + 6}
          className="stroke-necessary"
          strokeWidth="3"
        />
      ) : null}
      {expected === null || dense ? null : (
        <circle
          cx={`${at(expected, 50)}%`}
          cy={y}
          r="4"
          className="fill-paper stroke-ink"
          strokeWidth="1.5"
        />
      )}
    </>
  );
}

function at(points: Points | null, otherwise: number): number {
  return points === null ? otherwise : onAxis(points);
}
