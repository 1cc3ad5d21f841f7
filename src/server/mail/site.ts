/** The address of this site, in letters and what leads back from them. */
import { env } from '../env';

/** Without a slash at its end. */
export function siteAddress(): string {
  const { NEXTAUTH_URL, PORT } = env();
  return NEXTAUTH_URL === undefined ? `http://localhost:${PORT}` : NEXTAUTH_URL.replace(/\/+$/, '');
}
