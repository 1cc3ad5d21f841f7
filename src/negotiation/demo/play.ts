import type { Command } from '../command';
import type { FileProfile, NegotiationFile } from '../file/model';
import type { Seat } from '../roles';
import type { Mode } from '../views';

/** One thing that somebody does at a moment. `actor` is a user's key: `facilitator`, `auditor`, a stakeholder's id. */
export interface PlayStep {
  readonly at: string;
  readonly actor: string;
  readonly command: Command;
}

export interface PlayOptions {
  /** Default `open`. */
  readonly mode?: Mode;
  /** Whether anyone may read what product.md §2 says anyone may. Default false. */
  readonly public?: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
const SECOND = 1000;
/** When a file that names no instant is taken to have happened. */
const SOME_DAY = '2026-01-01T12:00:00.000Z';

/**
 * A negotiation file as the history that would have led to it (ledger.md §1): set up on the day before its first
 * instant by a `facilitator`, with an `auditor`, an `observer` and a delegate for each stakeholder, whose key is the
 * stakeholder's id. Acknowledgements and ballots follow at their own instants in round 1, which stays open;
 * assessments and pledges, which have none in a file, at the last of them. `negotiation.described` says that the
 * history is simulated.
 *
 * The state played exports a file equal to the one given, except that ballots are in the order of their instants,
 * acknowledgements by stakeholder and instant, that empty lists may be missing, and that a second acknowledgement of
 * the same briefing, which counts for nothing, is left out.
 */
export function* playFile(file: NegotiationFile, options: PlayOptions = {}): Generator<PlayStep> {
  const timed = timeline(file);
  const first = timed[0]?.at ?? SOME_DAY;
  const last = timed.at(-1)?.at ?? SOME_DAY;
  let clock = Date.parse(first) - DAY;
  const before = () => {
    const at = new Date(Math.min(clock, Date.parse(first) - SECOND)).toISOString();
    clock += SECOND;
    return at;
  };
  for (const command of setUp(file, options)) yield { at: before(), actor: 'facilitator', command };
  for (const [index, { actor, seat }] of seats(file).entries()) {
    const invitation = `seat-${index + 1}`;
    const expiresAt = new Date(Date.parse(first) + 14 * DAY).toISOString();
    const invite: Command = { kind: 'invite', invitation, ...seat, expiresAt };
    yield { at: before(), actor: 'facilitator', command: invite };
    yield { at: before(), actor, command: { kind: 'join', invitation } };
  }
  yield { at: before(), actor: 'facilitator', command: { kind: 'openRound', deadline: null } };
  yield* timed;
  yield* statements(file, last);
}

function* setUp(file: NegotiationFile, options: PlayOptions): Generator<Command> {
  const { title, description = null, threats = [] } = file;
  const isPublic = options.public ?? false;
  const mode = options.mode ?? 'open';
  yield { kind: 'createNegotiation', title, mode, public: isPublic, succeeds: null };
  yield { kind: 'describe', title, description, simulated: true, threats };
  for (const dimension of file.dimensions ?? []) {
    yield { kind: 'changeFrame', change: { type: 'dimension.added', data: { dimension, weights: {} } } };
  }
  for (const stakeholder of file.stakeholders) {
    yield { kind: 'changeFrame', change: { type: 'stakeholder.added', data: { stakeholder } } };
  }
  yield { kind: 'changeFrame', change: { type: 'rule.set', data: { rule: file.rule } } };
  for (const criterion of file.criteria ?? []) {
    yield { kind: 'changeTerms', change: { type: 'criterion.added', data: { criterion } } };
  }
  for (const guarantee of file.guarantees ?? []) {
    yield { kind: 'changeTerms', change: { type: 'guarantee.added', data: { guarantee } } };
  }
  yield* profiles(file);
  if (file.moves !== undefined) {
    yield { kind: 'changeTerms', change: { type: 'moves.set', data: { moves: file.moves } } };
  }
  for (const briefing of file.briefings ?? []) yield { kind: 'publishBriefing', briefing, text: null };
}

/** A profile that amends a later one is proposed without saying so, and edited once the other is there. */
function* profiles(file: NegotiationFile): Generator<Command> {
  const there = new Set<string>();
  const later: FileProfile[] = [];
  for (const profile of file.profiles) {
    const { amends, ...rest } = profile;
    const waits = amends !== undefined && !there.has(amends);
    if (waits) later.push(profile);
    yield { kind: 'proposeProfile', profile: waits ? rest : profile, stakeholder: null, admit: true };
    there.add(profile.id);
  }
  for (const profile of later) yield { kind: 'proposeProfile', profile, stakeholder: null, admit: true };
}

function seats({ stakeholders }: NegotiationFile): { actor: string; seat: Seat }[] {
  return [
    { actor: 'auditor', seat: { role: 'auditor', stakeholder: null } },
    { actor: 'observer', seat: { role: 'observer', stakeholder: null } },
    ...stakeholders.map(({ id }) => ({ actor: id, seat: { role: 'delegate' as const, stakeholder: id } })),
  ];
}

/** What has an instant, in its order; at one instant acknowledgements come first. */
function timeline(file: NegotiationFile): PlayStep[] {
  const acknowledged = new Set<string>();
  const acknowledgements = [...(file.acknowledgements ?? [])]
    .sort((a, b) => compare(a.at, b.at))
    .filter(({ stakeholder, briefing }) => {
      const key = `${stakeholder} ${briefing}`;
      return !acknowledged.has(key) && acknowledged.add(key);
    })
    .map(({ stakeholder, briefing, at }): PlayStep => {
      return { at, actor: stakeholder, command: { kind: 'acknowledge', stakeholder, briefing } };
    });
  const ballots = (file.ballots ?? []).map(({ stakeholder, at, ...ballot }): PlayStep => {
    return { at, actor: stakeholder, command: { kind: 'castBallot', stakeholder, ballot } };
  });
  return [...acknowledgements, ...ballots].sort((a, b) => compare(a.at, b.at));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* statements(file: NegotiationFile, at: string): Generator<PlayStep> {
  for (const said of file.threatAssessments ?? []) {
    const command: Command = { kind: 'assessThreat', ...said, reason: null, evidence: null };
    yield { at, actor: said.stakeholder, command };
  }
  for (const said of file.acuteRiskAssessments ?? []) {
    yield { at, actor: said.stakeholder, command: { kind: 'assessAcuteRisk', ...said, reason: null } };
  }
  for (const { stakeholder, profile, if: condition = null } of file.pledges ?? []) {
    yield { at, actor: stakeholder, command: { kind: 'pledge', stakeholder, profile, condition } };
  }
}
