import { type Command, type CommandKind, type CommandOf, isCommand } from '../command';
import { decide } from '../decide';
import type { Decided, Decision, Opening } from '../decide/decision';
import { type Event, sealEnvelope } from '../events/event';
import { evolve } from '../evolve';
import type { BallotBody } from '../file/model';
import type { RefusalKey } from '../refusals';
import type { NegotiationState } from '../state';
import type { Mode } from '../views';

/** A negotiation to test on, with a clock that the test moves and salts that can be told apart. */

export const FACILITATOR = 'u_facilitator';
export const AUDITOR = 'u_auditor';
export const OBSERVER = 'u_observer';
export const OUTSIDER = 'u_outsider';
/** Delegates of the stakeholders a, b and c. */
export const A = 'u_delegatea';
export const B = 'u_delegateb';
export const C = 'u_delegatec';

const HOUR = 60 * 60 * 1000;

export class Stage {
  readonly log = 'stage';
  readonly events: Event[] = [];
  readonly decisions: Decision[] = [];
  readonly texts = new Map<string, string>();
  readonly openings = new Map<string, Opening>();
  state: NegotiationState | null = null;
  private clock = Date.parse('2026-01-01T00:00:00.000Z');
  private salts = 0;

  /** A stage of its own that stands where this one stands. */
  copy(): Stage {
    const other = new Stage();
    other.events.push(...this.events);
    other.decisions.push(...this.decisions);
    for (const [hash, text] of this.texts) other.texts.set(hash, text);
    for (const [commitment, opening] of this.openings) other.openings.set(commitment, opening);
    other.state = this.state;
    other.clock = this.clock;
    other.salts = this.salts;
    return other;
  }

  get now(): string {
    return new Date(this.clock).toISOString();
  }

  get known(): NegotiationState {
    if (this.state === null) throw new Error('nothing has been created');
    return this.state;
  }

  /** The moment that many hours from now. */
  later(hours: number): string {
    return new Date(this.clock + hours * HOUR).toISOString();
  }

  wait(hours: number): this {
    this.clock += hours * HOUR;
    return this;
  }

  attempt(actor: string, command: Command): Decided {
    return decide(this.state, command, {
      log: this.log,
      actor,
      now: this.now,
      salt: () => (this.salts++).toString(16).padStart(64, '0'),
      openings: (commitment) => this.openings.get(commitment),
    });
  }

  /** Does it, a minute later than what came before. */
  do<K extends CommandKind>(actor: string, kind: K, rest: Omit<CommandOf<K>, 'kind'>): this;
  do(actor: string, kind: CommandKind, rest: object): this {
    const command = { kind, ...rest };
    this.clock += 60_000;
    const decided = this.attempt(actor, asCommand(command));
    if (!decided.ok) throw new Error(`${kind}: ${JSON.stringify(decided.error)}`);
    this.take(actor, decided.value);
    return this;
  }

  take(actor: string, decision: Decision): void {
    this.decisions.push(decision);
    for (const made of decision.events) {
      const event = sealEnvelope(this.log, this.events.length, this.now, actor, made);
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
    for (const { hash, text } of decision.texts) this.texts.set(hash, text);
    for (const opening of decision.openings) this.openings.set(opening.commitment, opening);
  }

  /** The key of the sentence with which it is refused, or `null` where it would be done. Nothing changes. */
  refused<K extends CommandKind>(
    actor: string,
    kind: K,
    rest: Omit<CommandOf<K>, 'kind'>,
  ): RefusalKey | string | null;
  refused(actor: string, kind: CommandKind, rest: object): string | null {
    const before = JSON.stringify(this.state);
    const decided = this.attempt(actor, asCommand({ kind, ...rest }));
    if (JSON.stringify(this.state) !== before) throw new Error('deciding changed the state');
    return decided.ok ? null : decided.error.message.key;
  }

  types(last = this.events.length): string[] {
    return this.events.slice(-last).map(({ type }) => type);
  }
}

function asCommand(value: unknown): Command {
  if (!isCommand(value)) throw new Error(`no command: ${JSON.stringify(value)}`);
  return value;
}

function join(
  stage: Stage,
  actor: string,
  role: 'delegate' | 'auditor' | 'observer',
  stakeholder: string | null,
): void {
  const invitation = `for-${actor.slice(2)}`;
  stage.do(FACILITATOR, 'invite', { invitation, role, stakeholder, expiresAt: stage.later(24) });
  stage.do(actor, 'join', { invitation });
}

/**
 * In draft: a, b and c hold 50, 30 and 20 of power, more than half of which is adequate; `base` is the default, `deal`
 * relies on guarantee `g`, there are criteria `k` and `l`, and briefing `facts` is required.
 */
export const drafted = once(draft);
export const opened = once((mode, isPublic) =>
  drafted(mode, isPublic).do(FACILITATOR, 'openRound', { deadline: null }),
);
export const closed = once((mode, isPublic) =>
  opened(mode, isPublic)
    .do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' })
    .do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT })
    .do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT })
    .do(FACILITATOR, 'closeRound', {}),
);
export const concluded = once((mode, isPublic) =>
  closed(mode, isPublic).do(FACILITATOR, 'conclude', { profile: 'deal', reason: 'Enough of us.' }),
);

export const BALLOT: BallotBody = { scores: { base: 40, deal: [50, 60, 70] } };

/** Plays the way there once, and gives a copy of it to everyone who asks. */
function once(play: (mode: Mode, isPublic: boolean) => Stage) {
  const played = new Map<string, Stage>();
  return (mode: Mode = 'open', isPublic = false): Stage => {
    const key = `${mode} ${isPublic}`;
    const stage = played.get(key) ?? play(mode, isPublic);
    played.set(key, stage);
    return stage.copy();
  };
}

function draft(mode: Mode, isPublic: boolean): Stage {
  const stage = new Stage();
  stage.do(FACILITATOR, 'createNegotiation', { title: 'Stage', mode, public: isPublic, succeeds: null });
  const frame = (change: CommandOf<'changeFrame'>['change']) =>
    stage.do(FACILITATOR, 'changeFrame', { change });
  const terms = (change: CommandOf<'changeTerms'>['change']) =>
    stage.do(FACILITATOR, 'changeTerms', { change });
  frame({ type: 'dimension.added', data: { dimension: { id: 'power', label: 'Power' }, weights: {} } });
  for (const [id, power] of [
    ['a', 50],
    ['b', 30],
    ['c', 20],
  ] as const) {
    frame({
      type: 'stakeholder.added',
      data: { stakeholder: { id, name: id.toUpperCase(), kind: 'lab', weights: { power } } },
    });
  }
  frame({ type: 'rule.set', data: { rule: { quota: { dimension: 'power', moreThan: '1/2' } } } });
  terms({ type: 'criterion.added', data: { criterion: { id: 'k', label: 'K' } } });
  terms({ type: 'criterion.added', data: { criterion: { id: 'l', label: 'L' } } });
  terms({
    type: 'guarantee.added',
    data: { guarantee: { id: 'g', title: 'G', kind: 'other', holds: 'training' } },
  });
  stage.do(FACILITATOR, 'proposeProfile', {
    profile: { id: 'base', title: 'As today', default: true, strategies: { a: 'go on', b: 'go on' } },
    stakeholder: null,
    admit: true,
  });
  stage.do(FACILITATOR, 'proposeProfile', {
    profile: {
      id: 'deal',
      title: 'A deal',
      summary: 'What was agreed.',
      relies: ['g'],
      strategies: { a: 'stop', b: 'inspect' },
    },
    stakeholder: null,
    admit: true,
  });
  stage.do(FACILITATOR, 'publishBriefing', {
    briefing: { id: 'facts', title: 'Facts', required: true },
    text: 'All of them.',
  });
  join(stage, AUDITOR, 'auditor', null);
  join(stage, OBSERVER, 'observer', null);
  for (const [actor, id] of [
    [A, 'a'],
    [B, 'b'],
    [C, 'c'],
  ] as const)
    join(stage, actor, 'delegate', id);
  return stage;
}
