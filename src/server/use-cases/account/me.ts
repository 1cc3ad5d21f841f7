/** Who is signed in, and whether this is the demonstration. */
import type { Session } from '../../auth/read-session';
import type { Scope } from '../../auth/scope';
import { env } from '../../env';

export interface Me {
  readonly user: Pick<Session['user'], 'id' | 'name' | 'email' | 'administrator' | 'timeZone'> | null;
  readonly demo: boolean;
}

export function me({ session }: Pick<Scope<'account.me'>, 'session'>): Me {
  const user = session?.user;
  return {
    user:
      user === undefined
        ? null
        : {
            id: user.id,
            name: user.name,
            email: user.email,
            administrator: user.administrator,
            timeZone: user.timeZone,
          },
    demo: env().PARLEY_DEMO,
  };
}
