/** What encrypts session cookies, and the cookie's name. */
import { createHash, randomBytes } from 'node:crypto';
import { env } from '../env';
import { keptSecret } from '../process/data-file';
import { isObject, processWide } from '../process/singleton';

interface AuthSecret {
  readonly secret: string;
  /** Prefix of this installation's cookies. */
  readonly cookiePrefix: string;
  /** Cookies are marked Secure: the public address is https. */
  readonly secure: boolean;
}

/**
 * Browsers share cookies between all ports of a host, so several copies on one machine would sign each other's readers
 * out. The prefix therefore names the installation, by a hash of its secret: servers that share the secret share the
 * cookies, whatever ports they listen on, and no others do.
 */
export function authSecret(): AuthSecret {
  return processWide<AuthSecret>('auth-secret', isObject, () => {
    const { NEXTAUTH_SECRET, NEXTAUTH_URL, PARLEY_DATA } = env();
    const secret =
      NEXTAUTH_SECRET ?? keptSecret(PARLEY_DATA, 'auth-secret', () => randomBytes(32).toString('base64url'));
    const secure = NEXTAUTH_URL?.startsWith('https:') ?? false;
    const name = createHash('sha256').update(`parley cookie name\n${secret}`).digest('hex').slice(0, 8);
    return { secret, secure, cookiePrefix: `${secure ? '__Host-' : ''}parley-${name}` };
  });
}

export function sessionCookieName(): string {
  return `${authSecret().cookiePrefix}.session`;
}
