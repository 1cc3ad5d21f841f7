/**
 * LISTEN on a connection of its own, made again whenever it breaks. A notification can be lost with it: whoever
 * listens also looks for itself after each (re)connection, and from time to time.
 */
import { logger } from '../logger';
import { openClient } from './pool';

export interface ListenerEvents {
  /** A payload on one of the channels. */
  readonly onNotice: (channel: string, payload: string) => void;
  /** The connection stands, for the first time or again: what was missed must be looked for. */
  readonly onConnected: () => void;
}

const RECONNECT_MS = 500;

export class Listener {
  readonly #url: string;
  readonly #channels: readonly string[];
  readonly #events: ListenerEvents;
  #client: ReturnType<typeof openClient> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(url: string, channels: readonly string[], events: ListenerEvents) {
    this.#url = url;
    this.#channels = channels;
    this.#events = events;
  }

  async start(): Promise<void> {
    if (this.#closed) return;
    const client = openClient(this.#url);
    client.on('notification', ({ channel, payload }) => this.#events.onNotice(channel, payload ?? ''));
    client.on('error', (error) => logger().warn({ err: error }, 'the listening connection broke'));
    client.on('end', () => this.#retryLater(client));
    this.#client = client;
    try {
      await client.connect();
      for (const channel of this.#channels) await client.query(`LISTEN ${channel}`);
      this.#events.onConnected();
    } catch (error) {
      logger().warn({ err: error }, 'the listening connection could not be made');
      await client.end().catch(() => undefined);
      this.#retryLater(client);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #retryLater(client: ReturnType<typeof openClient>): void {
    if (this.#closed || this.#client !== client || this.#retry !== null) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.start();
    }, RECONNECT_MS);
  }
}
