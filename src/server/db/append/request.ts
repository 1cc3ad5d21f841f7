/** What is asked of a log's append. */
import type { Command } from '@/negotiation/command';
import type { KeyUse } from './idempotency';
import type { DraftPlace } from './page';

/** A command that has to know where its event will stand: what a key's rotation signs names it. */
export type CommandAt = (position: number, epoch: number) => Command;

/** By what whose key it is was known as the actor: nobody has looked since, and it is to be looked up under the lock. */
export interface Remembered {
  readonly session: string;
  readonly administrator: boolean;
}

export interface AppendRequest {
  readonly log: string;
  /** Pseudonym of who asks, or `system`. */
  readonly actor: string;
  /** `null`: nothing but what the log itself is due (a new epoch). */
  readonly command: Command | CommandAt | null;
  /** The command creates the log. */
  readonly begins?: boolean;
  readonly key?: KeyUse | undefined;
  /** Left out where who asks has been looked up. Of a request with a key. */
  readonly remembered?: Remembered | undefined;
  /** What was being written for it, and is forgotten where it is appended. */
  readonly draft?: DraftPlace;
  /** Only for history that is played: the instant that the events shall carry in place of now. */
  readonly at?: string;
}
