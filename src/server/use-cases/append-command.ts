/** The change of a negotiation that needs no more than its command: decided, appended and durable when it answers. */
import type { Command } from '@/negotiation/command';
import { type LikelyScope, type NegotiationScope, userOf } from '../auth/scope';
import type { Appended } from '../db/append/appender';
import type { DraftPlace } from '../db/append/page';
import type { Remembered } from '../db/append/request';
import { type Answer, NOT_YOUR_STAKEHOLDER, ROLE_LACKING, refused } from '../refusal';
import { fingerprint } from './fingerprint';

/** Which command each procedure asks: a scope for one cannot carry the command of another. */
interface CommandKindOf {
  readonly 'negotiation.import': 'importFile';
  readonly 'negotiation.describe': 'describe';
  readonly 'negotiation.setMode': 'setMode';
  readonly 'negotiation.archive': 'archive';
  readonly 'negotiation.conclude': 'conclude';
  readonly 'negotiation.succeed': 'succeed';
  readonly 'frame.change': 'changeFrame';
  readonly 'terms.change': 'changeTerms';
  readonly 'profile.propose': 'proposeProfile';
  readonly 'profile.admit': 'admitProfile';
  readonly 'profile.refuse': 'refuseProfile';
  readonly 'profile.withdraw': 'withdrawProfile';
  readonly 'member.revoke': 'revokeInvitation';
  readonly 'member.remove': 'removeMember';
  readonly 'member.leave': 'leave';
  readonly 'member.deputise': 'deputise';
  readonly 'briefing.publish': 'publishBriefing';
  readonly 'briefing.acknowledge': 'acknowledge';
  readonly 'round.open': 'openRound';
  readonly 'round.close': 'closeRound';
  readonly 'round.extend': 'extendRound';
  readonly 'round.setDeadline': 'setDeadline';
  readonly 'consent.ask': 'askConsent';
  readonly 'consent.give': 'giveConsent';
  readonly 'consent.refuse': 'refuseConsent';
  readonly 'ballot.cast': 'castBallot';
  readonly 'ballot.enter': 'enterBallot';
  readonly 'ballot.confirm': 'confirmBallot';
  readonly 'threat.assess': 'assessThreat';
  readonly 'acuteRisk.assess': 'assessAcuteRisk';
  readonly 'pledge.make': 'pledge';
  readonly 'pledge.withdraw': 'withdrawPledge';
  readonly 'comment.post': 'postComment';
  readonly 'comment.edit': 'editComment';
  readonly 'comment.redact': 'redactComment';
  readonly 'commitment.report': 'reportCommitment';
  readonly 'commitment.dispute': 'disputeCommitment';
  readonly 'commitment.schedule': 'scheduleReports';
}

/**
 * Appends as the scope's member. The same key with the same command answers the same and appends once; whether the
 * command is permitted just now is judged by `decide`, under the lock of the log.
 */
export async function appendCommand<P extends keyof CommandKindOf>(
  scope: NegotiationScope<P> | LikelyScope<P>,
  command: CommandOf<P>,
  idempotencyKey: string,
  draft?: DraftPlace,
): Promise<Answer<Appended>> {
  if (!('check' in scope)) return appendAs(scope, command, idempotencyKey, draft);
  const { id: session, user } = scope.session;
  const remembered = { session, administrator: user.administrator };
  const answer = await appendAs(scope, command, idempotencyKey, draft, remembered);
  if (answer.ok) return answer;
  // What is refused by memory alone, or because of it, is told by the check.
  const checked = await scope.check();
  return checked.ok ? appendAs(checked.value, command, idempotencyKey, draft) : checked;
}

type CommandOf<P extends keyof CommandKindOf> = Extract<Command, { readonly kind: CommandKindOf[P] }>;

async function appendAs<P extends keyof CommandKindOf>(
  scope: NegotiationScope<P> | LikelyScope<P>,
  command: CommandOf<P>,
  idempotencyKey: string,
  draft?: DraftPlace,
  remembered?: Remembered,
): Promise<Answer<Appended>> {
  const { log, store, pseudonym, viewer } = scope;
  if (pseudonym === null) return refused(ROLE_LACKING);
  const speaker = speakerOf(command);
  if (speaker !== null && !viewer.stakeholders.includes(speaker)) return refused(NOT_YOUR_STAKEHOLDER);
  return store.appender.append({
    log,
    actor: pseudonym,
    command,
    key: { userId: userOf(scope).id, key: idempotencyKey, body: fingerprint(command) },
    remembered,
    ...(draft === undefined ? {} : { draft }),
  });
}

/** For which stakeholder the command speaks; a ballot from paper is entered for one that confirms it later. */
function speakerOf(command: Command): string | null {
  if (command.kind === 'enterBallot') return null;
  if (command.kind === 'disputeCommitment') return command.by;
  return 'stakeholder' in command ? command.stakeholder : null;
}
