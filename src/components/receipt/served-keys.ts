import { z } from 'zod';

const answer = z.object({ keys: z.array(z.string()) });

/** The verifier keys that this installation serves for an origin; none where it cannot be reached. */
export async function servedKeys(origin: string): Promise<readonly string[]> {
  try {
    const response = await fetch(`/api/keys?origin=${encodeURIComponent(origin)}`);
    if (!response.ok) return [];
    const read = answer.safeParse(await response.json());
    return read.success ? read.data.keys : [];
  } catch {
    // Offline, which is a way of using the page: the key is then pasted.
    return [];
  }
}
