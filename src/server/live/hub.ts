/**
 * Hears of everything that streams are told, once a process; each open stream waits here. What happened is
 * read once a log, however many streams watch it. A notification that is lost costs some seconds (every stream looks
 * again at its next beat), never a message.
 */
import { z } from 'zod';
import { type ViewerOf, viewersOf } from '@/negotiation/authority';
import type { NegotiationState } from '@/negotiation/state';
import { SEATS_CHANGED, seatsDiffer } from '../db/append/seats';
import { REPAIRED } from '../db/repair';
import { SESSIONS_ENDED } from '../db/sessions';
import { changesAfter, type StandingChange } from '../db/standing-changes';
import type { Store } from '../db/store';
import { TOLD, toldPosition } from '../db/verdict-heads';
import type { OnTold } from '../jobs/verdict-worker';
import { logger } from '../logger';
import { isObject, processWide } from '../process/singleton';

const notice = z.object({ log: z.string(), position: z.number() });

/** Changes kept in memory a log; a stream further behind reads from the database. */
const KEPT = 256;
const READ_AT_ONCE = 500;

/** How often every stream looks for itself: at its session, and for news that no notification told of. */
const BEAT_MS = 15_000;

/** Somebody who is to be told. */
export interface Watcher {
  /** There is something to be told, or to be looked at. */
  wake(): void;
  /** Perhaps the session has ended: it is to be looked up. */
  doubt(): void;
}

interface Known {
  readonly state: NegotiationState;
  readonly viewers: ViewerOf;
}

interface Channel {
  readonly watchers: Set<Watcher>;
  /** Everything after this position is in `recent`. */
  from: number;
  recent: StandingChange[];
  /** The newest position read. */
  to: number;
  /** A look is under way; `again`: and one more is asked for. */
  reading: boolean;
  /** The state when the newest changes were read: by it streams judge what their reader may see. */
  known: Known | null;
  again: boolean;
}

export class Hub {
  readonly #store: Store;
  readonly #channels = new Map<string, Channel>();
  readonly #users = new Map<string, Set<Watcher>>();
  readonly #openings = new Set<(log: string) => void>();
  #beat: NodeJS.Timeout | null = null;
  #stopListening: (() => Promise<void>) | null = null;
  #closing = false;

  constructor(store: Store) {
    this.#store = store;
  }

  get closing(): boolean {
    return this.#closing;
  }

  async start(): Promise<void> {
    this.#beat = setInterval(() => this.#lookAgain(), BEAT_MS);
    this.#stopListening = await this.#store.listener.subscribe({
      channels: [TOLD, SEATS_CHANGED, SESSIONS_ENDED, REPAIRED],
      onNotice: (channel, payload) => {
        if (channel === TOLD) this.#standing(payload);
        else if (channel === SEATS_CHANGED) this.#refresh(payload);
        else if (channel === SESSIONS_ENDED) this.#ended(payload);
        // What was folded from a snapshot that turned out wrong is wrong too.
        else this.#store.states.forget(payload);
      },
      onConnected: () => {
        for (const log of this.#channels.keys()) this.#refresh(log);
      },
    });
  }

  /** Ends every stream: each wakes, sees `closing` and stops. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#beat !== null) clearInterval(this.#beat);
    for (const channel of this.#channels.values()) wakeAll(channel.watchers);
    await this.#stopListening?.();
  }

  /** Calls `listener` with each log that somebody begins to watch while nobody else does. */
  onOpened(listener: (log: string) => void): void {
    this.#openings.add(listener);
  }

  /** @returns how to stop. */
  async watch(log: string, userId: string | null, watcher: Watcher): Promise<() => void> {
    const channel = this.#channels.get(log) ?? (await this.#open(log));
    channel.watchers.add(watcher);
    // The last watcher may have left, and taken the channel along, while it was opened.
    this.#channels.set(log, channel);
    if (userId !== null) this.#users.set(userId, (this.#users.get(userId) ?? new Set()).add(watcher));
    return () => {
      channel.watchers.delete(watcher);
      if (channel.watchers.size === 0 && this.#channels.get(log) === channel) this.#channels.delete(log);
      if (userId === null) return;
      const mine = this.#users.get(userId);
      mine?.delete(watcher);
      if (mine?.size === 0) this.#users.delete(userId);
    };
  }

  /** All changes after a position, oldest first; `null` where they are no longer kept in memory. For a log that is watched. */
  kept(log: string, position: number): readonly StandingChange[] | null {
    const channel = this.#channels.get(log);
    if (channel === undefined || position < channel.from) return null;
    // Who keeps up lacks the last one alone.
    let from = channel.recent.length;
    while (from > 0 && (channel.recent[from - 1]?.position ?? -1) > position) from--;
    return channel.recent.slice(from);
  }

  /** Changes after a position, oldest first; not necessarily all. */
  stored(log: string, position: number): Promise<readonly StandingChange[]> {
    return changesAfter(this.#store.pool, log, position, READ_AT_ONCE);
  }

  /** The state as of the last look; `null` before the first. */
  known(log: string): Known | null {
    return this.#channels.get(log)?.known ?? null;
  }

  /**
   * What this very process told: its streams need not wait to be notified of it, nor read it. Where it does not follow
   * what they know, they do.
   */
  readonly onTold: OnTold = (log, { after, changed, head }, state) => {
    const channel = this.#channels.get(log);
    if (channel === undefined || channel.to !== (after ?? -1)) return;
    // Never an older state than was judged by before.
    this.#judgeBy(channel, this.#store.states.kept(log) ?? state);
    this.#add(channel, [{ position: head.position, changed }]);
  };

  async #open(log: string): Promise<Channel> {
    const position = await toldPosition(this.#store.pool, log);
    const raced = this.#channels.get(log);
    if (raced !== undefined) return raced;
    const channel: Channel = {
      watchers: new Set(),
      from: position,
      to: position,
      recent: [],
      reading: false,
      again: false,
      known: null,
    };
    this.#channels.set(log, channel);
    // What was stored between the look and the registration was announced to nobody.
    this.#refresh(log);
    for (const listener of this.#openings) listener(log);
    return channel;
  }

  #standing(payload: string): void {
    const parsed = notice.safeParse(parseJson(payload));
    if (!parsed.success) return;
    const { log, position } = parsed.data;
    if (position > (this.#channels.get(log)?.to ?? -1)) this.#refresh(log);
  }

  #ended(userId: string): void {
    for (const watcher of this.#users.get(userId) ?? []) watcher.doubt();
  }

  #lookAgain(): void {
    for (const [log, { watchers }] of this.#channels) {
      this.#refresh(log);
      for (const watcher of watchers) watcher.doubt();
    }
  }

  #refresh(log: string): void {
    const channel = this.#channels.get(log);
    if (channel === undefined) return;
    // A look that began before the news may have missed it: one more follows.
    channel.again = true;
    if (!channel.reading) void this.#readAll(log, channel);
  }

  async #readAll(log: string, channel: Channel): Promise<void> {
    channel.reading = true;
    try {
      while (channel.again) {
        channel.again = false;
        await this.#read(log, channel);
      }
    } catch (error) {
      logger().warn({ err: error, log }, 'new standings could not be read');
    } finally {
      channel.reading = false;
    }
  }

  async #read(log: string, channel: Channel): Promise<void> {
    const read = await changesAfter(this.#store.pool, log, channel.to, READ_AT_ONCE);
    const state = (await this.#store.states.newest(log))?.state ?? null;
    // Somebody may have lost their rights: each stream looks whether its reader has.
    if (this.#judgeBy(channel, state)) wakeAll(channel.watchers);
    // What is left of many follows at once.
    if (read.length === READ_AT_ONCE) channel.again = true;
    // Of what was read some may have been told meanwhile.
    this.#add(
      channel,
      read.filter(({ position }) => position > channel.to),
    );
  }

  /** @returns whether anybody's rights changed. */
  #judgeBy(channel: Channel, state: NegotiationState | null): boolean {
    const before = channel.known?.state ?? null;
    if (state === before) return false;
    channel.known = state && { state, viewers: viewersOf(state) };
    return seatsDiffer(before, state);
  }

  #add(channel: Channel, fresh: readonly StandingChange[]): void {
    const last = fresh.at(-1);
    if (last === undefined) return;
    channel.to = last.position;
    channel.recent.push(...fresh);
    const over = channel.recent.length - KEPT;
    if (over > 0) channel.from = channel.recent.splice(0, over).at(-1)?.position ?? channel.from;
    wakeAll(channel.watchers);
  }
}

/** This process's hub; main.ts starts and closes it. */
export function hub(store: Store): Hub {
  return processWide<Hub>('hub', isObject, () => new Hub(store));
}

function wakeAll(watchers: ReadonlySet<Watcher>): void {
  for (const watcher of watchers) watcher.wake();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
