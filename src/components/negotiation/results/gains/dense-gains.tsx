import type { Points } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { workedOut } from '@/negotiation/worked-out';
import { stakeholderName } from '../../labels';
import { GainInterval } from './gain-interval';
import { type GainRow, onAxis } from './gain-rows';
import { Axis, CriticalLine } from './gains-chart';

/** In pixels: of all rows together, of the thinnest, and from which on a name has room, and a dot. */
const ALL = 900;
const THINNEST = 1;
const NAMED = 16;
const DOTTED = 10;
/** Of the scale from −100 to 100: how wide a bar without any width is drawn. */
const NARROWEST = 0.3;

interface Placed {
  readonly row: GainRow;
  readonly y: number;
  readonly height: number;
}

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
  const { placed, top, outlines } = drawnOf(rows);
  return (
    <div>
      <Axis critical={critical} />
      <svg width="100%" height={top} role="img" aria-label={label} className="block overflow-visible">
        <title>{label}</title>
        <line x1="50%" x2="50%" y1="0" y2={top} className="stroke-strong" />
        <ThinRows outlines={outlines} height={top} />
        {placed
          .filter((each) => !isThin(each))
          .map(({ row, y, height }) => (
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

/** Whether nothing of the row is to be seen but a bar of one colour. */
function isThin({ row, height }: Placed): boolean {
  return height < DOTTED && row.weight > 0 && !row.silent;
}

interface Outlines {
  /** Of those who reach the critical gain. */
  readonly reaching: string;
  readonly others: string;
}

/** Where each row is drawn, and a thousand thin bars as two outlines. */
const drawnOf = workedOut((rows: readonly GainRow[]) => {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  let top = 0;
  const placed = rows.map((row): Placed => {
    const height = Math.max(THINNEST, total === 0 ? 0 : (ALL * row.weight) / total);
    const y = top;
    top += height;
    return { row, y, height };
  });
  const thin = placed.filter(isThin);
  const of = (reaches: boolean) =>
    thin
      .filter(({ row }) => row.reaches === reaches)
      .map(outline)
      .join('');
  const outlines: Outlines = { reaching: of(true), others: of(false) };
  return { placed, top, outlines };
});

function ThinRows({ outlines, height }: { readonly outlines: Outlines; readonly height: number }) {
  return (
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={outlines.reaching} className="fill-necessary" />
      <path d={outlines.others} className="fill-expected" />
    </svg>
  );
}

function outline({ row, y, height }: Placed): string {
  const { necessary, possible } = row.gain;
  const from = necessary === null ? 0 : onAxis(necessary);
  const to = possible === null ? 100 : onAxis(possible);
  const width = Math.max(NARROWEST, to - from);
  const [left, top, wide, high] = [from, y, width, Math.max(THINNEST, height - (height > 4 ? 1 : 0))].map(
    (pixels) => String(Math.round(100 * pixels) / 100),
  );
  return `M${left} ${top}h${wide}v${high}h-${wide}z`;
}
