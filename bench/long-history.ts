import type { Command } from '@/negotiation/command';
import { decide } from '@/negotiation/decide';
import type { SaltedText } from '@/negotiation/decide/decision';
import { type Event, sealEnvelope } from '@/negotiation/events/event';
import { step } from '@/negotiation/evolve';
import type { thaw } from '@/negotiation/evolve/kernel';
import type { BallotBody } from '@/negotiation/file/model';
import { randomNumbers } from './random-numbers';

const FACILITATOR = 'u_facilitator';
const STAKEHOLDERS = 300;
const PROFILES = 12;
const CRITERIA = 4;
const ROUNDS = 10;
const BEGAN = Date.parse('2026-01-01T00:00:00.000Z');

/** What people write, so long and in such letters as they do. */
const WORDS =
  'the evaluation of frontier models before training must be verified by inspectors whom each laboratory admits — naïvely, “trust but verify” — or not at all'.split(
    ' ',
  );

/**
 * A history that `decide` permitted, event by event, of a busy negotiation: 300 stakeholders change their minds on a
 * dozen profiles, and talk about it, over ten rounds, each closed with its result. The same for the same length.
 */
export class LongHistory {
  /** The free texts of the newest events, by hash: only so long as a bundle needs them. */
  readonly texts = new Map<string, SaltedText>();
  private kernel: ReturnType<typeof thaw> | null = null;
  private readonly random = randomNumbers(1);
  private readonly comments: number[] = [];
  private salts = 0;
  private position = 0;

  constructor(private readonly log = 'long') {}

  /** At least `size` events, and as many more as it takes to close the last round and to conclude. */
  *events(size: number): Generator<Event> {
    yield* this.frame();
    for (let round = 1; round <= ROUNDS; round++) {
      const until = Math.floor((size * round) / ROUNDS) - 2;
      yield* this.does(FACILITATOR, { kind: 'openRound', deadline: null });
      while (this.position < until) yield* this.something();
      yield* this.does(FACILITATOR, { kind: 'closeRound' });
    }
    yield* this.does(FACILITATOR, { kind: 'conclude', profile: 'p1', reason: 'Enough of us.' });
  }

  private *frame(): Generator<Event> {
    const set = (command: Command) => this.does(FACILITATOR, command);
    yield* set({
      kind: 'createNegotiation',
      title: 'A long one',
      mode: 'open',
      public: false,
      succeeds: null,
    });
    yield* set({
      kind: 'changeFrame',
      change: { type: 'dimension.added', data: { dimension: { id: 'power', label: 'Power' }, weights: {} } },
    });
    for (let i = 0; i < STAKEHOLDERS; i++) {
      const weights = { power: 1 + this.below(1000) };
      const stakeholder = { id: nameOf(i), name: `Stakeholder ${i}`, kind: 'lab', weights } as const;
      yield* set({ kind: 'changeFrame', change: { type: 'stakeholder.added', data: { stakeholder } } });
    }
    yield* set({
      kind: 'changeFrame',
      change: { type: 'rule.set', data: { rule: { quota: { dimension: 'power', moreThan: '1/2' } } } },
    });
    for (let k = 0; k < CRITERIA; k++) {
      const criterion = { id: `k${k}`, label: `Criterion ${k}` };
      yield* set({ kind: 'changeTerms', change: { type: 'criterion.added', data: { criterion } } });
    }
    for (let x = 0; x < PROFILES; x++) {
      const strategies = { [nameOf(0)]: `strategy ${x}`, [nameOf(1)]: `answer ${x}` };
      const profile = { id: `p${x}`, title: `Profile ${x}`, strategies, ...(x === 0 && { default: true }) };
      yield* set({ kind: 'proposeProfile', profile, stakeholder: null, admit: true });
    }
    yield* set({
      kind: 'publishBriefing',
      briefing: { id: 'facts', title: 'Facts', required: true },
      text: 'All.',
    });
    for (let i = 0; i < STAKEHOLDERS; i++) {
      const invitation = `for-${nameOf(i)}`;
      const expiresAt = new Date(BEGAN + 1e10).toISOString();
      yield* set({ kind: 'invite', invitation, role: 'delegate', stakeholder: nameOf(i), expiresAt });
      yield* this.does(delegateOf(i), { kind: 'join', invitation });
    }
  }

  /** Mostly ballots; what else people say beside them. */
  private *something(): Generator<Event> {
    const i = this.below(STAKEHOLDERS);
    const [stakeholder, profile] = [nameOf(i), `p${1 + this.below(PROFILES - 1)}`];
    const kind = this.below(100);
    if (kind < 80) {
      yield* this.does(delegateOf(i), { kind: 'castBallot', stakeholder, ballot: this.ballot() });
    } else if (kind < 92) {
      const replyTo = kind < 84 ? (this.comments.at(-1 - this.below(100)) ?? null) : null;
      const topic =
        kind % 2 === 0 ? ({ kind: 'negotiation' } as const) : ({ kind: 'profile', id: profile } as const);
      this.comments.push(this.position);
      if (this.comments.length > 200) this.comments.shift();
      const text = this.text();
      yield* this.does(delegateOf(i), {
        kind: 'postComment',
        topic,
        replyTo,
        argument: 'for',
        stakeholder,
        text,
      });
    } else if (kind < 95) {
      const change = this.triple(-3, 3);
      const reasons = { reason: this.text(), evidence: null };
      const threat = 'misuse/oracle';
      yield* this.does(delegateOf(i), {
        kind: 'assessThreat',
        stakeholder,
        profile,
        threat,
        change,
        ...reasons,
      });
    } else if (kind < 97) {
      const ends = this.triple(0, 100);
      yield* this.does(delegateOf(i), { kind: 'assessAcuteRisk', stakeholder, profile, ends, reason: null });
    } else if (kind < 99) {
      const condition = { includes: [nameOf(this.below(STAKEHOLDERS))] };
      yield* this.does(delegateOf(i), { kind: 'pledge', stakeholder, profile, condition });
    } else {
      const acknowledged = this.kernel?.acknowledged[`${stakeholder} facts`] !== undefined;
      yield* acknowledged
        ? this.does(delegateOf(i), { kind: 'castBallot', stakeholder, ballot: { abstain: true } })
        : this.does(delegateOf(i), { kind: 'acknowledge', stakeholder, briefing: 'facts' });
    }
  }

  /** One in twenty by criteria, the others by scores; a quarter of the scores without an interval. */
  private ballot(): BallotBody {
    const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    const each = <T>(keys: readonly string[], value: () => T) =>
      Object.fromEntries(keys.map((key) => [key, value()]));
    const score = () => (this.below(4) === 0 ? this.below(101) : this.triple(0, 100));
    if (this.below(20) > 0) return { scores: each(ids('p', PROFILES), score) };
    const weights = each(ids('k', CRITERIA), () => 1 + this.below(100));
    return { criteria: { weights, scores: each(ids('p', PROFILES), () => each(ids('k', CRITERIA), score)) } };
  }

  private triple(from: number, to: number): [number, number, number] {
    const one = () => from + this.below(to - from + 1);
    const [low = 0, best = 0, high = 0] = [one(), one(), one()].sort((a, b) => a - b);
    return [low, best, high];
  }

  private below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  private text(): string {
    const words = Array.from({ length: 5 + this.below(60) }, () => WORDS[this.below(WORDS.length)]);
    return words.join(' ');
  }

  private *does(actor: string, command: Command): Generator<Event> {
    const now = new Date(BEGAN + this.position * 700).toISOString();
    const salt = () => (this.salts++).toString(16).padStart(64, '5');
    const decided = decide(this.kernel, command, { log: this.log, actor, now, salt });
    if (!decided.ok) throw new Error(`${command.kind}: ${decided.error.message.text}`);
    this.texts.clear();
    for (const text of decided.value.texts) this.texts.set(text.hash, text);
    for (const made of decided.value.events) {
      const event = sealEnvelope(this.log, this.position, now, actor, made);
      this.position += 1;
      this.kernel = step(this.kernel, event);
      // Nothing here looks back at what was cast before: a million ballots would fill the memory.
      this.kernel.ballots = [];
      yield event;
    }
  }
}

function nameOf(stakeholder: number): string {
  return `s${stakeholder}`;
}

function delegateOf(stakeholder: number): string {
  return `u_delegate${stakeholder}`;
}
