/** next-auth's own routes: sign in, sign out, its CSRF token. */
import NextAuth from 'next-auth';
import { authOptions } from '@/server/auth/options';

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

// Made per request: a build of the pages imports this file and has neither a database nor a secret.
async function handle(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };
