import type { Command } from './command';
import * as ballot from './decide/ballot';
import type { DecideContext, Decided, Decision, Opening, Openings } from './decide/decision';
import * as frame from './decide/frame';
import * as member from './decide/member';
import * as negotiation from './decide/negotiation';
import { type Desk, no, type Planned, plan } from './decide/plan';
import * as profile from './decide/profile';
import * as round from './decide/round';
import * as statement from './decide/statement';
import type { EventType, NewEvent } from './events/catalogue';
import { type Event, sealEnvelope } from './events/event';
import { step } from './evolve';
import { thaw } from './evolve/kernel';
import { judge } from './judge';
import type { Refusal, Result } from './refusal';
import { refuse } from './refusals';
import { hashOfResults } from './result';
import { assertNever, type NegotiationState, own } from './state';

/**
 * What a command comes to: events that are to be appended together, or a refusal with which nothing changes
 * (product.md §2). Every event was judged in the state before it, as the verifier judges it again. Pure: the clock,
 * salts and the openings of sealed ballots come by the context.
 */
export function decide(state: NegotiationState | null, command: Command, context: DecideContext): Decided {
  const planned = state === null ? planFirst(command) : planNext(command, { state, context });
  if (!planned.ok) return planned;
  const openings = openingsOf(context, planned.value.openings ?? []);
  const events = completed(state, planned.value.events, context, openings);
  if (!events.ok) return events;
  const { texts = [], openings: kept = [], redacted = [] } = planned.value;
  const decision: Decision = { events: events.value, texts, openings: kept, redacted };
  return { ok: true, value: decision };
}

function openingsOf({ openings }: DecideContext, made: readonly Opening[]): Openings {
  return (commitment) => openings?.(commitment) ?? made.find((opening) => opening.commitment === commitment);
}

/** After these the log may owe another event. */
const OWING: ReadonlySet<EventType> = new Set<EventType>([
  'negotiation.created',
  'consent.given',
  'round.closed',
  'negotiation.concluded',
]);

/** The planned events and those that they owe, each judged in the state before it. */
function completed(
  state: NegotiationState | null,
  planned: readonly NewEvent[],
  context: DecideContext,
  openings: Openings,
): Result<readonly NewEvent[], Refusal> {
  const [only] = planned;
  // A ballot need not cost a copy of the state: nothing follows from it.
  if (only === undefined || planned.length > 1 || OWING.has(only.type)) {
    return followed(state, planned, context, openings);
  }
  const refusal = judge(state, nextEvent(state, only, context), { openings });
  return refusal === null ? { ok: true, value: planned } : { ok: false, error: refusal };
}

function followed(
  state: NegotiationState | null,
  planned: readonly NewEvent[],
  context: DecideContext,
  openings: Openings,
): Result<readonly NewEvent[], Refusal> {
  const events: NewEvent[] = [];
  const waiting = [...planned];
  let kernel = state && thaw(state);
  let next = waiting.shift();
  while (next !== undefined) {
    const event = nextEvent(kernel, next, context);
    const refusal = judge(kernel, event, { openings });
    if (refusal !== null) return { ok: false, error: refusal };
    events.push(next);
    kernel = step(kernel, event);
    next = waiting.shift();
    if (next !== undefined) continue;
    const owed = owedBy(kernel, openings);
    if (!owed.ok) return owed;
    next = owed.value;
  }
  return { ok: true, value: events };
}

function nextEvent(
  state: NegotiationState | null,
  made: NewEvent,
  { log, now, actor }: DecideContext,
): Event {
  return sealEnvelope(log, (state?.position ?? -1) + 1, now, actor, made);
}

/** What the log must say next, as an event. */
function owedBy(state: NegotiationState, openings: Openings): Result<NewEvent | undefined, Refusal> {
  const owed = state.owes[0];
  if (owed === undefined) return { ok: true, value: undefined };
  switch (owed.kind) {
    case 'creator':
      return {
        ok: true,
        value: { type: 'member.joined', data: { invitation: null, role: 'facilitator', stakeholder: null } },
      };
    case 'close':
      throw new Error('a plan unseals ballots without closing the round');
    case 'change':
      return { ok: true, value: owed.change };
    case 'result':
      return computed(state, owed.position, openings);
    default:
      return assertNever(owed);
  }
}

/** Private ballots count by their openings, none of which may be missing. */
function computed(state: NegotiationState, position: number, openings: Openings): Result<NewEvent, Refusal> {
  const missing = state.stakeholders.find(({ id }) => {
    const vote = own(state.votes, id);
    return vote?.kind === 'sealed' && openings(vote.commitment) === undefined;
  });
  if (missing) return { ok: false, error: refuse('ballot.opening-missing', { stakeholder: missing.id }) };
  const sha256 = hashOfResults(position, state, openings);
  return {
    ok: true,
    value: { type: 'result.computed', data: { format: 'parley-aggregation/1', position, sha256 } },
  };
}

function planFirst(command: Command): Planned {
  if (command.kind !== 'createNegotiation') return { ok: false, error: refuse('unknown.negotiation') };
  const { kind: _kind, ...data } = command;
  return plan({ type: 'negotiation.created', data });
}

function planNext(command: Command, desk: Desk): Planned {
  const rounds = desk.state.rounds.length;
  if ('seen' in command && command.seen !== undefined && command.seen !== rounds) {
    return no(refuse('round.moved-on', { round: rounds }));
  }
  switch (command.kind) {
    case 'createNegotiation':
      return { ok: false, error: refuse('exists.negotiation') };
    case 'importFile':
      return negotiation.importFile(command);
    case 'describe':
      return negotiation.describe(command, desk);
    case 'setMode':
      return negotiation.setMode(command);
    case 'archive':
      return negotiation.archive();
    case 'conclude':
      return negotiation.conclude(command, desk);
    case 'succeed':
      return negotiation.succeed(command);
    case 'changeFrame':
      return frame.changeFrame(command);
    case 'changeTerms':
      return frame.changeTerms(command, desk);
    case 'proposeProfile':
      return profile.proposeProfile(command, desk);
    case 'admitProfile':
      return profile.admitProfile(command);
    case 'refuseProfile':
      return profile.refuseProfile(command, desk);
    case 'withdrawProfile':
      return profile.withdrawProfile(command, desk);
    case 'invite':
      return member.invite(command);
    case 'join':
      return member.join(command, desk);
    case 'removeMember':
      return member.removeMember(command);
    case 'leave':
      return member.leave(desk);
    case 'revokeInvitation':
      return member.revokeInvitation(command);
    case 'deputise':
      return member.deputise(command);
    case 'publishBriefing':
      return member.publishBriefing(command, desk);
    case 'acknowledge':
      return member.acknowledge(command, desk);
    case 'openRound':
      return round.openRound(command, desk);
    case 'closeRound':
      return round.closeRound(desk);
    case 'extendRound':
      return round.extendRound(command, desk);
    case 'setDeadline':
      return round.setDeadline(command, desk);
    case 'askConsent':
      return round.askConsent(command, desk);
    case 'giveConsent':
      return round.giveConsent(command);
    case 'refuseConsent':
      return round.refuseConsent(command, desk);
    case 'castBallot':
      return ballot.castBallot(command, desk);
    case 'enterBallot':
      return ballot.enterBallot(command, desk);
    case 'confirmBallot':
      return ballot.confirmBallot(command);
    case 'assessThreat':
      return statement.assessThreat(command, desk);
    case 'assessAcuteRisk':
      return statement.assessAcuteRisk(command, desk);
    case 'pledge':
      return statement.pledge(command);
    case 'withdrawPledge':
      return statement.withdrawPledge(command);
    case 'postComment':
      return statement.postComment(command, desk);
    case 'editComment':
      return statement.editComment(command, desk);
    case 'redactComment':
      return statement.redactComment(command, desk);
    case 'reportCommitment':
      return statement.reportCommitment(command, desk);
    case 'disputeCommitment':
      return statement.disputeCommitment(command, desk);
    case 'scheduleReports':
      return statement.scheduleReports(command);
    case 'rotateKey': {
      const { kind: _kind, ...data } = command;
      return plan({ type: 'key.rotated', data });
    }
    case 'beginEpoch': {
      const { kind: _kind, ...data } = command;
      return plan({ type: 'epoch.begun', data });
    }
    default:
      return assertNever(command);
  }
}
