/** Where to go after signing in: a path of this site alone, so that a link cannot send a reader elsewhere. */
export function pathWithin(value: string | readonly string[] | undefined): string {
  const fallback = '/negotiations';
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback;
  const base = 'http://parley.invalid';
  try {
    const url = new URL(value, base);
    return url.origin === base ? `${url.pathname}${url.search}` : fallback;
  } catch {
    return fallback;
  }
}
