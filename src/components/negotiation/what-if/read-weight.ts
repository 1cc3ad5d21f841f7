const MOST = 1_000_000_000;

/** A whole number from 0 to 10⁹ (aggregation.md §1); `null`: not one. */
export function readWeight(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,10}$/.test(trimmed)) return null;
  const weight = Number(trimmed);
  return weight <= MOST ? weight : null;
}
