/** Signing in with e-mail and password. */
import { z } from 'zod';
import { findCandidates } from '../db/accounts';
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

/**
 * An unknown account and a wrong password are the same answer after the same work: two passwords are looked at, of
 * whoever owns the address and of whoever claims it without having another, or decoys in their place.
 */
export async function signIn(store: Store, credentials: unknown, address: string): Promise<SignIn> {
  const parsed = credentialsSchema.safeParse(credentials);
  if (!parsed.success) return { ok: false, reason: 'wrong' };
  const email = parsed.data.email.trim();
  const limit = signInLimit(store, email, address);
  if (!(await limit.allow())) return { ok: false, reason: 'too-many' };
  const { owner, claimant } = await findCandidates(store, email);
  const { password } = parsed.data;
  const isOwner = await checkPassword(owner?.passwordHash ?? null, password);
  const isClaimant = await checkPassword(claimant?.passwordHash ?? null, password);
  const found = isOwner ? owner : isClaimant ? claimant : null;
  if (found === null) return { ok: false, reason: 'wrong' };
  await limit.forgive();
  return { ok: true, user: { id: found.id, name: found.name, email: found.email } };
}
