/** What a live stream of a negotiation sends to somebody, to the byte. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Whole: what is left of one would tell how long the stream has been open. */
const PING = 'event: ping\ndata: \n\n\n';

export interface Stream {
  /** All of it, once it has told of the position. */
  upTo(position: number): Promise<string>;
  end(): void;
}

/** Ready when it returns: what happens from now on is told. */
export async function openStream(url: string, negotiation: string, cookie: string): Promise<Stream> {
  const input = new URLSearchParams({ input: JSON.stringify({ negotiation }) });
  const ending = new AbortController();
  const response = await fetch(`${url}/api/trpc/standing.live?${input}`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: ending.signal,
  });
  let text = `${response.status}\n`;
  let ended = false;
  void read();

  async function read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    } finally {
      ended = true;
    }
  }

  const upTo = async (what: string) => {
    while (!ended && !text.includes(what)) await sleep(10);
    return text.replaceAll(PING, '');
  };
  await upTo('"position":');
  return { upTo: (position) => upTo(`"position":${position},`), end: () => ending.abort() };
}
