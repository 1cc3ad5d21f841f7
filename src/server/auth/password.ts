/** Passwords: argon2id, in PHC strings that carry their own parameters. */
import { hash, verify } from '@node-rs/argon2';
import { isObject, processWide } from '../process/singleton';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 30 ms on the machine this was written on. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether the password fits. With `stored` null (an unknown account) it does the same work and answers no, so that the
 * time taken does not tell which accounts exist.
 */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy()), password);
  return stored !== null && matches;
}

function decoy(): Promise<string> {
  return processWide<Promise<string>>('decoy-password', isObject, () =>
    hashPassword('no account has this password'),
  );
}
