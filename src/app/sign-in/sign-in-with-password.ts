import { signIn } from 'next-auth/react';

export type SignInOutcome = 'ok' | 'wrong' | 'limited' | 'failed';

/** Asks the server to sign in; a network that fails is an outcome like the others. */
export async function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await signIn('credentials', { email, password, redirect: false });
    if (response?.ok === true && !response.error) return 'ok';
    if (response?.error === 'CredentialsSignin') return 'wrong';
    if (response?.error === 'RateLimited') return 'limited';
    return 'failed';
  } catch {
    return 'failed';
  }
}
