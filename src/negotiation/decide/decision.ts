import type { NewEvent } from '../events/catalogue';
import type { BallotBody } from '../file/model';
import type { Refusal, Result } from '../refusal';

/** A ballot with the salt of its seal. `ledger.md §3`. */
export interface Opening {
  readonly stakeholder: string;
  /** 32 bytes, hex. */
  readonly salt: string;
  readonly ballot: BallotBody;
  /** The seal: names it. */
  readonly commitment: string;
}

/** Sealed ballots by their commitments. */
export type Openings = (commitment: string) => Pick<Opening, 'salt' | 'ballot'> | undefined;

export interface DecideContext {
  readonly log: string;
  /** Pseudonym of who asks, or `system`. */
  readonly actor: string;
  /** The instant that the events will carry: the database's clock, not before the newest event's. */
  readonly now: string;
  /** 32 random bytes, hex. A port: tests and replays fix it. */
  readonly salt: () => string;
  /** Needed where sealed ballots must be opened or counted: closing and concluding in `sealed` and `private` mode, confirming. */
  readonly openings?: Openings;
}

/** A free text to be kept beside the log, under its hash. */
export interface SaltedText {
  readonly hash: string;
  readonly salt: string;
  readonly text: string;
}

/** What is to be appended, in order, all or nothing; and what is to be kept, or forgotten, beside the log. */
export interface Decision {
  readonly events: readonly NewEvent[];
  readonly texts: readonly SaltedText[];
  readonly openings: readonly Opening[];
  /** Hashes of texts to be deleted with their salts. */
  readonly redacted: readonly string[];
}

export type Decided = Result<Decision, Refusal>;
