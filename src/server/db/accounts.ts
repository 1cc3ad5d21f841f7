/** Accounts: who can sign in. E-mail addresses are kept in lower case. */
import type { Store } from './store';

export interface Credentials {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

export function findCredentials(store: Store, email: string): Promise<Credentials | null> {
  return store.prisma.user.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, name: true, email: true, passwordHash: true },
  });
}
