/** The one rule for passwords. The server holds to it; this spares whoever types one the way there. */
export function isTooShort(password: string): boolean {
  return [...password].length < 12;
}
