/** Under how many stances somebody gains (aggregation.md §3): 3 `necessary`, 2 `expected`, 1 `possible`, 0 none. */
export type Level = 0 | 1 | 2 | 3;

/** A stretch of a track, in the track's units: one stakeholder, or several that are too thin to be told apart. */
export interface Segment {
  readonly level: Level;
  /** Taken out of the coalition by the reader: of level 0, and drawn apart. */
  readonly out: boolean;
  readonly from: number;
  readonly to: number;
  /** By index, heaviest first. */
  readonly members: readonly number[];
}

/** Whoever holds less than one part in so many of the track is drawn together with the others that do. */
const THIN = 80;

/**
 * The whole track in order of stance, then of weight, so that what supports under one stance is a stretch from the
 * start, and a longer one under the next. Sums stay below 10¹⁵ (aggregation.md §1), so they are exact.
 */
export function segmentsOf(
  weights: readonly number[],
  levels: readonly Level[],
  out: ReadonlySet<number>,
): readonly Segment[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rank = (i: number) => (out.has(i) ? -1 : (levels[i] ?? 0));
  const weight = (i: number) => weights[i] ?? 0;
  const order = [...weights.keys()]
    .filter((i) => weight(i) > 0)
    .sort((a, b) => rank(b) - rank(a) || weight(b) - weight(a) || a - b);
  const segments: Segment[] = [];
  let from = 0;
  for (const i of order) {
    const to = from + weight(i);
    const level = out.has(i) ? 0 : (levels[i] ?? 0);
    const last = segments.at(-1);
    const thin = (of: number) => of * THIN < total;
    const [first] = last?.members ?? [];
    const joins =
      last !== undefined &&
      last.level === level &&
      last.out === out.has(i) &&
      first !== undefined &&
      thin(weight(first)) &&
      thin(weight(i));
    if (joins) segments[segments.length - 1] = { ...last, to, members: [...last.members, i] };
    else segments.push({ level, out: out.has(i), from, to, members: [i] });
    from = to;
  }
  return segments;
}
