import type { Openings } from '@/negotiation/decide/decision';
import { type Event, type ParsedEvent, parseEvent, readSoundEvent } from '@/negotiation/events/event';
import { step } from '@/negotiation/evolve';
import type { thaw } from '@/negotiation/evolve/kernel';
import { judge } from '@/negotiation/judge';
import type { Refusal } from '@/negotiation/refusal';
import { hashOfResults } from '@/negotiation/result';
import { readBallot } from '@/negotiation/rules/ballot';
import { saltedHash } from '@/negotiation/salted-text';
import { sealOf } from '@/negotiation/seal';
import { type NegotiationState, own } from '@/negotiation/state';
import { hashesIn, type OpeningLine, type ReadLine, type TextLine } from './bundle';
import { forget, type KeptComments } from './forget';
import { LONGEST_LINE } from './lines';
import { type Checked, type Failure, nothingChecked, type StepName } from './steps';

/** Steps of the rules' refusals that have a number of their own; every other one is of step 4. */
const STEP_OF_REFUSAL: Readonly<Record<string, StepName>> = {
  'ballot.seal': 'seals',
  'ballot.not-sealed': 'seals',
  'round.sealed-left': 'unopened',
};

export interface WalkOptions {
  /** For whoever verifies: step 6, and nothing is kept but what that and judging need. `false` for readers of the state. */
  readonly recompute: boolean;
  /** Told of each permitted event, in the state before it. */
  readonly before?: (state: NegotiationState, event: Event, openings: Openings) => void;
}

interface Newest {
  readonly event: Event;
  /** Hashes of the texts and openings that have followed it. */
  readonly told: Set<string>;
}

/**
 * A log's events, judged one by one as they stream by: steps 1 to 7 of ledger.md §4. Holds the state, and the
 * openings of ballots that are never unsealed in the log.
 */
export class Walk {
  readonly checked: Checked = nothingChecked();
  /** Positions of results that could not be recomputed, for want of an opening. */
  readonly unopenedResults: number[] = [];
  private last: Newest | null = null;
  private readonly comments: KeptComments = new Map();
  private kernel: ReturnType<typeof thaw> | null = null;
  private readonly opened = new Map<string, OpeningLine>();

  readonly openings: Openings = (commitment) => this.opened.get(commitment);

  /** The state after the newest event. It is written in place: take from it what is to stay. */
  get state(): NegotiationState | null {
    return this.kernel;
  }

  constructor(private readonly options: WalkOptions = { recompute: true }) {}

  /** The position that comes next. */
  get next(): number {
    return this.kernel === null ? 0 : this.kernel.position + 1;
  }

  /** @param sound whether the line has been found to hold an event already (look.ts). */
  event(line: Uint8Array, sound = false): Event | Failure {
    const position = this.next;
    const read: ParsedEvent = sound ? { ok: true, event: readSoundEvent(line) } : parsedEvent(line);
    if (!read.ok && read.step !== 'schema') {
      const expected = 'an event as one line of canonical JSON (RFC 8785) in UTF-8';
      return { step: 'canonical', position, expected, found: read.message };
    }
    this.checked.canonical += 1;
    const misplaced = this.misplaced(read.ok ? read.event : rawMembers(line));
    if (misplaced !== null) return misplaced;
    this.checked.order += 1;
    if (!read.ok) {
      const expected = 'an event of the catalogue (ledger.md §1)';
      return { step: 'schema', position, expected, found: read.message };
    }
    this.checked.schema += 1;
    return this.refused(read.event) ?? this.taken(read.event);
  }

  private taken(event: Event): Event {
    if (this.kernel !== null) this.options.before?.(this.kernel, event, this.openings);
    this.kernel = step(this.kernel, event);
    if (this.options.recompute) forget(this.kernel, event, this.comments);
    this.last = { event, told: new Set() };
    return event;
  }

  /** A free text: its hash with the salt stands in the event that it follows. */
  text(read: ReadLine<TextLine>): (TextLine & { readonly hash: string }) | Failure {
    const line = this.belonging(read, 'a text with its salt');
    if ('step' in line) return line;
    const hash = saltedHash(line.value.salt, line.value.text);
    return this.unfounded(line.after, hash) ?? { ...line.value, hash };
  }

  /** The same of a text that has been read and hashed already (look.ts). */
  soundText(hash: string): Failure | null {
    const line = this.belonging({ ok: true, value: hash }, 'a text with its salt');
    return 'step' in line ? line : this.unfounded(line.after, hash);
  }

  private unfounded({ event, told }: Newest, hash: string): Failure | null {
    if (!hashesIn(event.data).has(hash) || told.has(hash)) {
      return {
        step: 'seals',
        position: event.position,
        expected: told.has(hash) ? 'each text once' : 'a text whose salted hash stands in the event',
        found: `a text of the salted hash ${hash}`,
      };
    }
    told.add(hash);
    this.checked.seals += 1;
    return null;
  }

  /** What a seal opens to: the seal stands in the event that it follows. */
  opening(read: ReadLine<OpeningLine>): OpeningLine | Failure {
    const line = this.belonging(read, 'the opening of a seal');
    if ('step' in line) return line;
    const { event, told } = line.after;
    const { stakeholder, salt, ballot } = line.value;
    const commitment = sealOf(event.log, stakeholder, salt, ballot);
    const sealed = 'commitment' in event.data && event.data.commitment === commitment;
    const position = event.position;
    if (!sealed || told.has(commitment)) {
      const expected = told.has(commitment)
        ? 'each opening once'
        : 'the ballot that was sealed in this event';
      return { step: 'seals', position, expected, found: `a ballot of the seal ${commitment}` };
    }
    const sound = this.kernel && readBallot(this.kernel, ballot);
    if (sound && !sound.ok) {
      const expected = 'a ballot that fits the negotiation';
      return { step: 'seals', position, expected, found: sound.error.message.text, refusal: sound.error };
    }
    told.add(commitment);
    this.opened.set(commitment, line.value);
    this.checked.seals += 1;
    return line.value;
  }

  private belonging<T>(read: ReadLine<T>, what: string) {
    const after = this.last;
    if (read.ok && after !== null) return { value: read.value, after };
    const failure: Failure = {
      step: read.ok ? 'schema' : read.step,
      position: after === null ? null : after.event.position,
      expected: read.ok ? `an event before ${what}` : `${what} as one line of canonical JSON`,
      found: read.ok ? 'none' : 'something else',
    };
    return failure;
  }

  private misplaced(event: Partial<Record<'log' | 'position' | 'at', unknown>>): Failure | null {
    const position = this.next;
    const wrong = (expected: string, found: unknown): Failure => ({
      step: 'order',
      position,
      expected,
      found: found === undefined ? 'nothing' : JSON.stringify(found),
    });
    if (event.position !== position) return wrong(`position ${position}`, event.position);
    if (this.kernel === null) return null;
    const { log, at } = this.kernel;
    if (event.log !== log) return wrong(`an event of the log ${JSON.stringify(log)}`, event.log);
    if (typeof event.at === 'string' && event.at < at) return wrong(`a moment not before ${at}`, event.at);
    return null;
  }

  private refused(event: Event): Failure | null {
    const before = this.kernel;
    const refusal = judge(before, event, { openings: this.openings });
    if (refusal !== null && !this.excused(refusal)) return asFailure(event, refusal);
    this.checked.permitted += 1;
    if (event.type === 'ballot.unsealed') this.checked.seals += 1;
    if (event.type === 'round.closed') this.checked.unopened += 1;
    return event.type === 'result.computed' && before !== null ? this.differing(before, event) : null;
  }

  /** Whether a profile clears cannot be told while private ballots are unopened: nor that a reason was needed. */
  private excused({ message }: Refusal): boolean {
    return message.key === 'conclude.reason' && this.kernel !== null && this.lacksOpening(this.kernel);
  }

  private lacksOpening(state: NegotiationState): boolean {
    return state.stakeholders.some(({ id }) => {
      const vote = own(state.votes, id);
      return vote?.kind === 'sealed' && !this.opened.has(vote.commitment);
    });
  }

  private differing(before: NegotiationState, event: Event & { type: 'result.computed' }): Failure | null {
    if (!this.options.recompute) return null;
    if (this.lacksOpening(before)) {
      this.unopenedResults.push(event.position);
      return null;
    }
    const { position, sha256 } = event.data;
    const computed = hashOfResults(position, before, this.openings);
    if (computed !== sha256) {
      const expected = `results of SHA-256 ${computed}, as of position ${position}`;
      return { step: 'results', position: event.position, expected, found: sha256 };
    }
    this.checked.results += 1;
    return null;
  }
}

function asFailure({ position, type }: Event, refusal: Refusal): Failure {
  const named = STEP_OF_REFUSAL[refusal.message.key];
  return {
    step: named ?? 'permitted',
    position,
    expected: `a ${type} that the rules permit in the state before it`,
    found: refusal.message.text,
    refusal,
  };
}

function parsedEvent(line: Uint8Array): ParsedEvent {
  if (line.length <= LONGEST_LINE) return parseEvent(line);
  return { ok: false, step: 'json', message: `a line of more than ${LONGEST_LINE} bytes` };
}

/** What stands where an event's place stands, in canonical JSON that is no event. */
function rawMembers(line: Uint8Array): Partial<Record<'log' | 'position' | 'at', unknown>> {
  const value: unknown = JSON.parse(new TextDecoder().decode(line));
  return typeof value === 'object' && value !== null ? value : {};
}
