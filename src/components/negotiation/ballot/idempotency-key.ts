/**
 * The key under which one ballot is cast, kept in this tab until it is acknowledged: a retry, even after a reload, is
 * the same cast; another ballot gets another key.
 */
export function castingKey(place: string, body: string): string {
  const slot = slotOf(place);
  const kept = sessionStorage.getItem(slot);
  const separator = kept?.indexOf(' ') ?? -1;
  if (kept !== null && separator > 0 && kept.slice(separator + 1) === body) return kept.slice(0, separator);
  const key = newKey();
  sessionStorage.setItem(slot, `${key} ${body}`);
  return key;
}

export function forgetCastingKey(place: string): void {
  sessionStorage.removeItem(slotOf(place));
}

function slotOf(place: string): string {
  return `parley-cast/${place}`;
}

/** `crypto.randomUUID` is missing where a page is not served securely. */
function newKey(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = new Uint8Array(16);
  globalThis.crypto.getRandomValues(bytes);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
