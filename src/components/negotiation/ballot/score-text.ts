/** A triple as it is being typed: anything, until it is read. */
export interface TripleText {
  readonly low: string;
  readonly best: string;
  readonly high: string;
}

export const ENDS = ['low', 'best', 'high'] as const;
export type End = (typeof ENDS)[number];

/** Nothing typed. */
export const BLANK: TripleText = { low: '', best: '', high: '' };

/** What counts where nothing is stated (aggregation.md §1); its best guess is undefined. */
export const ANYTHING: Triple = [0, 50, 100];

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

/** A triple whose parts stand in order; `null` for one that contradicts itself. */
export function inOrder(triple: Triple | null): Triple | null {
  return triple !== null && triple[0] <= triple[1] && triple[1] <= triple[2] ? triple : null;
}

/** Low, best and high as integers, in hundredths of a point. */
export type Hundredths = readonly [low: number, best: number, high: number];

/** Exact: what was read has at most two decimals. */
export function hundredthsOf([low, best, high]: Triple): Hundredths {
  return [Math.round(low * 100), Math.round(best * 100), Math.round(high * 100)];
}

export function tripleText(low: number, best = low, high = best): TripleText {
  return { low: String(low), best: String(best), high: String(high) };
}

/** As the file writes it: one number where all three are the same. */
export function scoreEntry([low, best, high]: Triple): number | Triple {
  return low === best && best === high ? best : [low, best, high];
}
