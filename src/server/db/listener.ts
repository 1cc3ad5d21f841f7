/**
 * What Postgres notifies of, heard on one connection for all who listen in a process, which is made again whenever it
 * breaks. A notification can be lost with it: whoever listens also looks for itself after each (re)connection, and
 * from time to time.
 */
import { logger } from '../logger';
import { openClient } from './pool';

export interface Subscription {
  readonly channels: readonly string[];
  /** A payload on one of the channels. */
  readonly onNotice: (channel: string, payload: string) => void;
  /** The connection stands, for the first time or again: what was missed must be looked for. */
  readonly onConnected: () => void;
}

type Client = ReturnType<typeof openClient>;

const RECONNECT_MS = 500;

/** Connected while anybody listens. */
export class Listener {
  readonly #url: string;
  readonly #subscriptions = new Set<Subscription>();
  /** Those whose channels the connection listens on. */
  #heard = new Set<Subscription>();
  #client: Client | null = null;
  #connecting: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  /** @returns how to stop, once everything from now on is heard, or the connection could not be made for the moment. */
  async subscribe(subscription: Subscription): Promise<() => Promise<void>> {
    this.#subscriptions.add(subscription);
    if (this.#client === null && this.#retry === null) this.#connecting = this.#connect();
    await this.#connecting;
    if (this.#client !== null) await this.#listen(this.#client);
    return async () => {
      this.#subscriptions.delete(subscription);
      if (this.#subscriptions.size === 0) await this.#disconnect();
    };
  }

  async #connect(): Promise<void> {
    const client = openClient(this.#url);
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
    client.on('error', (error) => logger().warn({ err: error }, 'the listening connection broke'));
    client.on('end', () => this.#retryLater(client));
    this.#client = client;
    this.#heard = new Set();
    try {
      await client.connect();
    } catch (error) {
      logger().warn({ err: error }, 'the listening connection could not be made');
      await client.end().catch(() => undefined);
      this.#retryLater(client);
      return;
    }
    await this.#listen(client);
  }

  /** For whoever came since the connection was made. */
  async #listen(client: Client): Promise<void> {
    try {
      for (const subscription of this.#subscriptions) {
        if (this.#heard.has(subscription)) continue;
        this.#heard.add(subscription);
        for (const channel of subscription.channels) await client.query(`LISTEN ${channel}`);
        subscription.onConnected();
      }
    } catch (error) {
      logger().warn({ err: error }, 'the listening connection broke');
      await client.end().catch(() => undefined);
      this.#retryLater(client);
    }
  }

  #tell(channel: string, payload: string): void {
    for (const { channels, onNotice } of this.#subscriptions)
      if (channels.includes(channel)) onNotice(channel, payload);
  }

  #retryLater(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    if (this.#subscriptions.size === 0) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      this.#connecting = this.#connect();
    }, RECONNECT_MS);
  }

  async #disconnect(): Promise<void> {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }
}
