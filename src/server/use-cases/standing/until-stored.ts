/** How long a reader waits for a standing that the worker is about to store. */
const WAIT_MS = 5_000;
const LOOK_AGAIN_MS = 50;

/** Looks again until there is something; `null` where it did not come in time. */
export async function untilStored<T>(read: () => Promise<T | null>): Promise<T | null> {
  for (let waited = 0; waited < WAIT_MS; waited += LOOK_AGAIN_MS) {
    const found = await read();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return null;
}
