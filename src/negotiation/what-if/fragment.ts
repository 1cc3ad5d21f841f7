import { type Scenario, scenario } from './scenario';

/** A scenario in the fragment of an address, which browsers keep to themselves: no server is ever sent it. */

const NAME = 'what-if=';
const VERSION = '1.';

/** Without the number sign; empty for a scenario without changes. */
export function toFragment(changes: Scenario): string {
  if (changes.length === 0) return '';
  const bytes = new TextEncoder().encode(JSON.stringify(changes));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${NAME}${VERSION}${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** `null` where a fragment is no scenario at all, or not one that could be read. */
export function fromFragment(fragment: string): Scenario | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return [];
  if (!text.startsWith(`${NAME}${VERSION}`)) return null;
  const outcome = scenario.safeParse(decoded(text.slice(NAME.length + VERSION.length)));
  return outcome.success ? outcome.data : null;
}

function decoded(base64url: string): unknown {
  try {
    const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
