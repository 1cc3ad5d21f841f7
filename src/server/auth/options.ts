/**
 * next-auth with credentials. Its sessions are encrypted cookies; ours holds nothing but the id of a session row,
 * which is looked up on every request, so that signing out works at once and everywhere.
 */
import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { beginSession, endSession, findSession, SESSION_SECONDS } from '../db/sessions';
import { store } from '../db/store';
import { ADDRESS_HEADER } from '../http/address';
import { logger } from '../logger';
import { authSecret, sessionCookieName } from './secret';
import { signIn } from './sign-in';

export function authOptions(): AuthOptions {
  const { secret, secure, cookiePrefix } = authSecret();
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookie },
      callbackUrl: { name: `${cookiePrefix}.callback`, options: cookie },
      csrfToken: { name: `${cookiePrefix}.csrf`, options: cookie },
    },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, request) => {
          const address: unknown = request.headers?.[ADDRESS_HEADER];
          const answer = await signIn(
            store(),
            credentials,
            typeof address === 'string' ? address : 'unknown',
          );
          if (answer.ok) return answer.user;
          // next-auth shows a thrown message to the sign-in page, and `null` as CredentialsSignin.
          if (answer.reason === 'too-many') throw new Error('RateLimited');
          return null;
        },
      }),
    ],
    callbacks: {
      // `user` is there only at sign-in. The token of later requests is passed on as it is.
      jwt: async ({ token, user }) =>
        user === undefined ? token : { sub: user.id, sid: await beginSession(store(), user.id) },
      session: async ({ session, token }) => {
        const sid = token['sid'];
        const found = typeof sid === 'string' ? await findSession(store(), sid) : null;
        return found === null
          ? { expires: new Date(0).toISOString() }
          : { expires: session.expires, user: { name: found.user.name, email: found.user.email } };
      },
    },
    events: {
      signOut: async ({ token }) => {
        const sid = token?.['sid'];
        if (typeof sid === 'string') await endSession(store(), sid);
      },
    },
    logger: {
      error: (code, metadata) =>
        logger().error({ code, err: 'error' in metadata ? metadata.error : metadata }, 'sign-in failed'),
      warn: (code) => logger().debug({ code }, 'next-auth warns'),
      debug: () => undefined,
    },
  };
}
