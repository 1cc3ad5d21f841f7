/**
 * The live stream of a negotiation: a message for every position as of which its verdicts are known, with those
 * that changed, as far as the reader may know them.
 */
import type { NegotiationScope } from '../../auth/scope';
import { toldPosition } from '../../db/verdict-heads';
import type { Hub } from '../../live/hub';
import { type LiveEnd, type LiveMessage, type LiveReader, Telling } from '../../live/telling';

/**
 * Tells a reader for as long as they may read.
 *
 * @param after the last position that the reader got; `null`: from now on, beginning with the position as it is.
 * @param signal aborted once nobody reads any more.
 */
export async function tellLive(
  scope: NegotiationScope<'standing.live'>,
  hub: Hub,
  after: number | null,
  signal: AbortSignal,
  reader: LiveReader,
): Promise<LiveEnd> {
  const { log, store, session } = scope;
  const telling = new Telling(scope, hub, signal, reader);
  const unwatch = await hub.watch(log, session?.user.id ?? null, telling);
  try {
    const now = await toldPosition(store.pool, log);
    // A position from the future is of a history that was lost: the reader starts anew.
    const from = after === null || after > now ? now : after;
    if (from === now && !reader.take({ position: now, changed: [] })) await reader.drained();
    return await telling.from(from);
  } finally {
    unwatch();
  }
}

/** The same for whoever asks for one message after the other. */
export async function* liveStanding(
  scope: NegotiationScope<'standing.live'>,
  hub: Hub,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<LiveMessage, LiveEnd> {
  const left = new AbortController();
  const next = new OneByOne();
  const telling = tellLive(scope, hub, after, AbortSignal.any([signal, left.signal]), next);
  next.endWith(telling);
  try {
    for (;;) {
      const message = await next.message();
      if (message === null) return await telling;
      yield message;
      next.go();
    }
  } finally {
    left.abort();
    next.go();
  }
}

/** A reader that holds one message until it was asked for. */
class OneByOne implements LiveReader {
  #held: LiveMessage | null = null;
  #ended = false;
  #wake: () => void = () => undefined;
  #taken: () => void = () => undefined;

  take(message: LiveMessage): boolean {
    this.#held = message;
    this.#wake();
    return false;
  }

  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#taken = resolve;
    });
  }

  /** The one that is held, or the next; `null` once there will be none. */
  async message(): Promise<LiveMessage | null> {
    while (this.#held === null && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#held;
  }

  /** The message was taken: the next may come. */
  go(): void {
    this.#held = null;
    this.#taken();
  }

  /** However it ends, whoever waits for a message is told. */
  endWith(telling: Promise<LiveEnd>): void {
    const end = () => {
      this.#ended = true;
      this.#wake();
    };
    telling.then(end, end);
  }
}
