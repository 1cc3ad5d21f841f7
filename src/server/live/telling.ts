/** One reader who is told what there is to be told, for as long as they may read. */
import { may } from '@/negotiation/permissions';
import type { Viewer } from '@/negotiation/roles';
import { standingAccess } from '@/negotiation/standing-access';
import type { NegotiationScope } from '../auth/scope';
import { viewerNow } from '../auth/viewer';
import type { StandingChange } from '../db/standing-changes';
import type { Hub, Watcher } from './hub';

export type LiveMessage = StandingChange;

/** Why a stream ended: the reader may no longer read, or the server stops and another should be asked. */
export type LiveEnd = 'ended' | 'signed-out' | 'removed' | 'closing';

/** Takes messages as they come. */
export interface LiveReader {
  /** `false`: the next has to wait until `drained`. */
  readonly take: (message: LiveMessage) => boolean;
  /** Also once nobody reads any more. */
  readonly drained: () => Promise<void>;
}

/**
 * Woken by the hub, it tells all that there is before it returns, where nothing has to be waited for: of five hundred
 * readers each costs little more than the write.
 */
export class Telling implements Watcher {
  readonly #scope: NegotiationScope<'standing.live'>;
  readonly #hub: Hub;
  readonly #reader: LiveReader;
  readonly #signal: AbortSignal;
  /** The last one that the reader was told. */
  #position = -1;
  /** Until it has begun, and once it has ended, as well. */
  #busy = true;
  #news = false;
  /** A session of the reader's ended somewhere, perhaps this one; or it is time to look. */
  #inDoubt = false;
  #end: (end: LiveEnd) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  /** @param signal aborted once nobody reads any more. */
  constructor(scope: NegotiationScope<'standing.live'>, hub: Hub, signal: AbortSignal, reader: LiveReader) {
    this.#scope = scope;
    this.#hub = hub;
    this.#signal = signal;
    this.#reader = reader;
  }

  /** Tells of everything after a position, until it ends. */
  from(position: number): Promise<LiveEnd> {
    this.#position = position;
    return new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
      this.#busy = false;
      this.#signal.addEventListener('abort', () => this.wake(), { once: true });
      this.wake();
    });
  }

  wake(): void {
    this.#news = true;
    // It settles what `from` promised, and has no other outcome.
    if (!this.#busy) void this.#tellAll();
  }

  doubt(): void {
    this.#inDoubt = true;
    this.wake();
  }

  /** Nothing in it is awaited that is there already: then the reader has been written to when it returns. */
  async #tellAll(): Promise<void> {
    this.#busy = true;
    const { log } = this.#scope;
    try {
      while (this.#news) {
        this.#news = false;
        if (this.#signal.aborted) return this.#end('ended');
        if (this.#hub.closing) return this.#end('closing');
        if (this.#inDoubt && !(await this.#isSignedIn())) return this.#end('signed-out');
        const kept = this.#hub.kept(log, this.#position);
        const changes = kept ?? (await this.#hub.stored(log, this.#position));
        // What is left of many follows at once.
        if (kept === null && changes.length > 0) this.#news = true;
        if (changes.length === 0 && (await this.#rightsNow()) === null) return this.#end('removed');
        for (const change of changes) {
          // Asked for each message: between two of them the reader may have been removed.
          const rights = this.#rightsNow();
          const upTo = rights instanceof Promise ? await rights : rights;
          if (upTo === null) return this.#end('removed');
          const { position } = change;
          this.#position = position;
          const isTaken = this.#reader.take(position <= upTo ? change : { position, changed: [] });
          if (!isTaken) await this.#reader.drained();
          if (this.#signal.aborted) return this.#end('ended');
        }
      }
      this.#busy = false;
    } catch (error) {
      this.#fail(error);
    }
  }

  async #isSignedIn(): Promise<boolean> {
    this.#inDoubt = false;
    const { store, log, session } = this.#scope;
    return session === null || (await store.visits.of({ session: session.id, log })).session !== null;
  }

  /** Up to which position the reader may know verdicts by the newest state; `null`: nothing of it any more. */
  #rightsNow(): number | null | Promise<number | null> {
    const { store, log, session, pseudonym, known } = this.#scope;
    const { state, viewers } = this.#hub.known(log) ?? { ...known, viewers: undefined };
    const upTo = (viewer: Viewer) => {
      if (!may('standing.live', viewer, state.public)) return null;
      const access = standingAccess(state, viewer);
      if (access.kind === 'live') return Number.POSITIVE_INFINITY;
      return access.kind === 'at' ? access.position : -1;
    };
    const viewer = viewerNow(store, state, pseudonym, session, viewers);
    return viewer instanceof Promise ? viewer.then(upTo) : upTo(viewer);
  }
}
