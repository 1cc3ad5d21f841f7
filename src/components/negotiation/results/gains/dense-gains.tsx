import type { Points } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { stakeholderName } from '../../labels';
import { GainInterval } from './gain-interval';
import type { GainRow } from './gain-rows';
import { Axis, CriticalLine } from './gains-chart';

/** In pixels: of all rows together, of the thinnest, and from which on a name has room, and a dot. */
const ALL = 900;
const THINNEST = 1;
const NAMED = 16;
const DOTTED = 10;

/** The same for many stakeholders: rows as high as their weight and nothing between them, names where there is room. */
export function DenseGains({
  rows,
  frame,
  critical,
  label,
}: {
  readonly rows: readonly GainRow[];
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
  readonly critical: Points | null;
  readonly label: string;
}) {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  let top = 0;
  const placed = rows.map((row) => {
    const height = Math.max(THINNEST, total === 0 ? 0 : (ALL * row.weight) / total);
    const y = top;
    top += height;
    return { row, y, height };
  });
  return (
    <div>
      <Axis critical={critical} />
      <svg width="100%" height={top} role="img" aria-label={label} className="block overflow-visible">
        <title>{label}</title>
        <line x1="50%" x2="50%" y1="0" y2={top} className="stroke-strong" />
        {placed.map(({ row, y, height }) => (
          <GainInterval
            key={row.stakeholder}
            row={row}
            dense={height < DOTTED}
            y={y + height / 2}
            height={Math.max(THINNEST, height - (height > 4 ? 1 : 0))}
          />
        ))}
        {placed
          .filter(({ height }) => height >= NAMED)
          .map(({ row, y, height }) => (
            <text
              key={row.stakeholder}
              x="4"
              y={y + height / 2 + 4}
              className="fill-ink stroke-paper text-note"
              strokeWidth="3"
              paintOrder="stroke"
            >
              {stakeholderName(row.stakeholder, frame)}
            </text>
          ))}
        {critical === null ? null : <CriticalLine critical={critical} height={top} />}
      </svg>
    </div>
  );
}
