/** Signing in with e-mail and password. */
import { z } from 'zod';
import { findCredentials } from '../db/accounts';
import type { Store } from '../db/store';
import { checkPassword } from './password';
import { signInLimit } from './sign-in-limit';

export type SignIn =
  | {
      readonly ok: true;
      readonly user: { readonly id: string; readonly name: string; readonly email: string };
    }
  | { readonly ok: false; readonly reason: 'wrong' | 'too-many' };

/** Longer input is refused unhashed: hashing it would be work for an attacker to give. */
const credentialsSchema = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1024),
});

/** An unknown account and a wrong password are the same answer after the same work. */
export async function signIn(store: Store, credentials: unknown, address: string): Promise<SignIn> {
  const parsed = credentialsSchema.safeParse(credentials);
  if (!parsed.success) return { ok: false, reason: 'wrong' };
  const email = parsed.data.email.trim();
  const limit = signInLimit(store, email, address);
  if (!(await limit.allow())) return { ok: false, reason: 'too-many' };
  const found = await findCredentials(store, email);
  if (!(await checkPassword(found?.passwordHash ?? null, parsed.data.password)) || found === null) {
    return { ok: false, reason: 'wrong' };
  }
  await limit.forgive();
  return { ok: true, user: { id: found.id, name: found.name, email: found.email } };
}
