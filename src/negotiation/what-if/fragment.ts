import type { Scenario } from './scenario';

/** A scenario in the fragment of an address, which browsers keep to themselves: no server is ever sent it. */

/** What stands before it: whose it is, and the version of its form. */
export const PREFIX = 'what-if=1.';

/** Without the number sign; empty for a scenario without changes. */
export function toFragment(changes: Scenario): string {
  if (changes.length === 0) return '';
  const bytes = new TextEncoder().encode(JSON.stringify(changes));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${PREFIX}${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}
