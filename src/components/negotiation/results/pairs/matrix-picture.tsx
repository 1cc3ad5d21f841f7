import type { Matrix } from './matrix';

/** In pixels, of a cell: its side, the line that frames adequate ones, the dot of a profile against itself. */
const CELL = 24;
const FRAME = 2;
const DOT = 2;
/** Of a cell, so that what is drawn in it has whole numbers: its inside is seven of them. */
const UNITS = 8;
const INSIDE = (UNITS * (CELL - FRAME - 1)) / CELL;
/** Of the ink: a tenth of the stakeholders more is as much of it more. */
const TENTH = 0.06;

/** The matrix as one picture: as the grid looks, without a cell that could be looked at alone. */
export function MatrixPicture({
  matrix,
  size,
  of,
  label,
  row,
  column,
}: {
  readonly matrix: Matrix;
  /** Cells to a side. */
  readonly size: number;
  /** How many stakeholders there are. */
  readonly of: number;
  readonly label: string;
  /** The cell that is looked at. */
  readonly row: number;
  readonly column: number;
}) {
  const side = size * CELL;
  const diagonal = Array.from({ length: size }, (_, k) => `M${k + 0.5} ${k + 0.5}h0`).join('');
  const lines = Array.from({ length: size - 1 }, (_, k) => `M0 ${k + 1}H${size}M${k + 1} 0V${size}`).join('');
  return (
    <svg width={side} height={side} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <title>{label}</title>
      {[...shades(matrix, size, of)].map(([tenth, path]) => (
        <path
          key={tenth}
          d={path}
          className="stroke-expected"
          strokeOpacity={tenth * TENTH}
          transform="translate(0 .5)"
        />
      ))}
      <path d={diagonal} className="stroke-muted" strokeWidth={DOT / CELL} strokeLinecap="round" />
      <path d={lines} className="stroke-paper" strokeWidth={1 / CELL} />
      <path
        d={frames(matrix, size)}
        className="fill-none stroke-ink"
        strokeWidth={(UNITS * FRAME) / CELL}
        transform={`scale(${1 / UNITS}) translate(${(UNITS - INSIDE) / 2} ${(UNITS - INSIDE) / 2})`}
      />
      <rect
        x={column}
        y={row}
        width="1"
        height="1"
        className="fill-none stroke-accent"
        strokeWidth={3 / CELL}
      />
    </svg>
  );
}

/** By tenths of the stakeholders, but for none, every run of cells of a row as a line as wide as a row is high. */
function shades({ members }: Matrix, size: number, of: number): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (let row = 0; row < size; row++) {
    for (let from = 0, to = 1; from < size; from = to, to++) {
      const tenth = tenthOf(members[row * size + from] ?? 0, of);
      while (to < size && tenthOf(members[row * size + to] ?? 0, of) === tenth) to++;
      if (tenth > 0) paths.set(tenth, `${paths.get(tenth) ?? ''}M${from} ${row}h${to - from}`);
    }
  }
  return paths;
}

/** Of so many stakeholders so many prefer a profile: by tenths, rounded down. */
export function tenthOf(members: number, of: number): number {
  return Math.floor((10 * members) / Math.max(1, of));
}

function frames({ adequate }: Matrix, size: number): string {
  const square = `h${INSIDE}v${INSIDE}h-${INSIDE}z`;
  return Array.from(adequate, (each, cell) =>
    each === '1' ? `M${UNITS * (cell % size)} ${UNITS * Math.floor(cell / size)}${square}` : '',
  ).join('');
}
