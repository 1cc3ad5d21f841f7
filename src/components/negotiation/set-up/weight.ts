/** A weight as people write it: whole units from 0 to 10⁹ (aggregation.md §1), thousands set apart or not. Exact. */

const MOST = 1_000_000_000;
const GROUPED = /^\d{1,3}(?:([\s.,'’\u00a0\u202f])\d{3})(?:\1\d{3})*$/;

/** `null` where it is none. */
export function readWeight(text: string): number | null {
  const plain = text.trim();
  const digits = GROUPED.test(plain) ? plain.replaceAll(/\D/g, '') : plain;
  if (!/^\d{1,10}$/.test(digits)) return null;
  const weight = Number(digits);
  return weight <= MOST ? weight : null;
}

/** Why it is none. */
export function weightFault(text: string): string {
  const plain = text.trim();
  if (/^-/.test(plain)) return 'is below 0';
  if (/^\d+$/.test(plain)) return 'is above 1,000,000,000';
  if (/^\d*[.,]\d+\s*%?$/.test(plain) || /%$/.test(plain)) {
    return 'is no whole number of units: multiply the whole column, by 1,000 say';
  }
  return 'is no whole number of units';
}
