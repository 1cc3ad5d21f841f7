import { PREFIX } from './fragment';
import { type Scenario, scenario } from './scenario';

/** `null` where a fragment is no scenario at all, or not one that could be read. */
export function fromFragment(fragment: string): Scenario | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return [];
  if (!text.startsWith(PREFIX)) return null;
  const outcome = scenario.safeParse(decoded(text.slice(PREFIX.length)));
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
