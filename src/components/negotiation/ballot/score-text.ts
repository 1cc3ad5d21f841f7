/** A triple as it is being typed: anything, until it is read. */
export interface TripleText {
  readonly low: string;
  readonly best: string;
  readonly high: string;
}

export const ENDS = ['low', 'best', 'high'] as const;
export type End = (typeof ENDS)[number];

export type Triple = readonly [low: number, best: number, high: number];

/** Points 0 … 100 with at most two decimals (aggregation.md §1); a comma is taken for a point. `null`: not one. */
export function readPoints(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(trimmed)) return null;
  const points = Number(trimmed);
  return points <= 100 ? points : null;
}

export function readTriple(text: TripleText): Triple | null {
  const [low, best, high] = ENDS.map((end) => readPoints(text[end]));
  return low == null || best == null || high == null ? null : [low, best, high];
}

export function tripleText(low: number, best = low, high = best): TripleText {
  return { low: String(low), best: String(best), high: String(high) };
}

/** As the file writes it: one number where all three are the same. */
export function scoreEntry([low, best, high]: Triple): number | Triple {
  return low === best && best === high ? best : [low, best, high];
}
