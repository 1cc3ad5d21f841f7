/** A line between two rows, led round on their right-hand side. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

/** Where a link leaves and enters its rows, how far out it bows, and where its label stands on it, if there is room. */
export interface Arc {
  readonly fromY: number;
  readonly toY: number;
  /** Of the width, in per cent: the control points, so that the arc itself bows out to three quarters of it. */
  readonly control: number;
  readonly label: { readonly x: number; readonly y: number } | null;
}

export const ROW = 80;
/** Two lines of a title and one of the kind of stability. */
export const BOX = 70;

/** How far arcs bow out, in per cent of the width: the rest is for their labels. */
const LEAST_BOW = 10;
const MOST_BOW = 55;
const LABEL = 20;
/** Where along its arc a label may stand: in the middle first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/**
 * An arc diagram: rows in a column, links as nested arcs beside it, so that no line ever passes a box. A link between
 * rows that are further apart bows further out; lines leave a row in the order that keeps nested ones from crossing.
 */
export function arcs(links: readonly Link[]): readonly Arc[] {
  const longest = Math.max(1, ...links.map(span));
  const ports = portsOf(links);
  const taken: number[] = [];
  return links.map((link, k) => {
    const [fromY, toY] = [ports.get(`${k} from`) ?? 0, ports.get(`${k} to`) ?? 0];
    const bow = LEAST_BOW + ((MOST_BOW - LEAST_BOW) * span(link)) / longest;
    const control = bow / 0.75;
    const label = PLACES.map((t) => pointAt(t, fromY, toY, control)).find(({ y }) =>
      taken.every((other) => Math.abs(other - y) >= LABEL),
    );
    if (label !== undefined) taken.push(label.y);
    return { fromY, toY, control, label: label ?? null };
  });
}

/** The point of the cubic with both control points `control` out, level with the ends. */
export function pointAt(
  t: number,
  fromY: number,
  toY: number,
  control: number,
): { readonly x: number; readonly y: number } {
  const s = 1 - t;
  return { x: 3 * s * t * control, y: fromY * (s ** 3 + 3 * s * s * t) + toY * (t ** 3 + 3 * s * t * t) };
}

function span({ from, to }: Link): number {
  return Math.abs(from - to);
}

/** Upwards the nearest first, then downwards the furthest first: so the outer one of two arcs encloses the inner. */
function portsOf(links: readonly Link[]): ReadonlyMap<string, number> {
  const byRow = new Map<number, { readonly key: string; readonly to: number }[]>();
  const add = (row: number, key: string, to: number) => {
    byRow.set(row, [...(byRow.get(row) ?? []), { key, to }]);
  };
  links.forEach(({ from, to }, k) => {
    add(from, `${k} from`, to);
    add(to, `${k} to`, from);
  });
  const ports = new Map<string, number>();
  for (const [row, ends] of byRow) {
    const up = ends.filter(({ to }) => to < row).sort((a, b) => b.to - a.to);
    const down = ends.filter(({ to }) => to >= row).sort((a, b) => b.to - a.to);
    [...up, ...down].forEach(({ key }, place) => {
      ports.set(key, row * ROW + (BOX * (place + 1)) / (ends.length + 1));
    });
  }
  return ports;
}
