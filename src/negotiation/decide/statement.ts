import type { CommandOf } from '../command';
import { own } from '../state';
import { type Desk, type Planned, Prose, plan } from './plan';

/** Assessments, pledges, comments, commitments. */

export function assessThreat(command: CommandOf<'assessThreat'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { stakeholder, profile, threat, change } = command;
  const reason = prose.maybe(command.reason);
  const evidence = prose.maybe(command.evidence);
  return prose.plan({
    type: 'threat.assessed',
    data: { stakeholder, profile, threat, change, reason, evidence },
  });
}

export function assessAcuteRisk(command: CommandOf<'assessAcuteRisk'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { stakeholder, profile, ends } = command;
  const reason = prose.maybe(command.reason);
  return prose.plan({ type: 'acuteRisk.assessed', data: { stakeholder, profile, ends, reason } });
}

export function pledge({ kind: _kind, ...data }: CommandOf<'pledge'>): Planned {
  return plan({ type: 'pledge.made', data });
}

export function withdrawPledge({ kind: _kind, ...data }: CommandOf<'withdrawPledge'>): Planned {
  return plan({ type: 'pledge.withdrawn', data });
}

export function postComment(command: CommandOf<'postComment'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { topic, replyTo, argument, stakeholder } = command;
  const text = prose.hash(command.text);
  return prose.plan({ type: 'comment.posted', data: { topic, replyTo, argument, stakeholder, text } });
}

export function editComment(command: CommandOf<'editComment'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { comment } = command;
  return prose.plan({ type: 'comment.edited', data: { comment, text: prose.hash(command.text) } });
}

/** What the comment said, before its edits too, is deleted beside the log. */
export function redactComment(command: CommandOf<'redactComment'>, { state, context }: Desk): Planned {
  const prose = new Prose(context);
  const before = own(state.comments, String(command.comment));
  const redacted = before === undefined || before.text === null ? [] : [...before.earlier, before.text];
  const data = { comment: command.comment, reason: prose.maybe(command.reason) };
  const events = [{ type: 'comment.redacted', data }] as const;
  return { ok: true, value: { events, texts: prose.texts, redacted } };
}

export function reportCommitment(command: CommandOf<'reportCommitment'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { stakeholder, status } = command;
  const evidence = prose.maybe(command.evidence);
  return prose.plan({ type: 'commitment.reported', data: { stakeholder, status, evidence } });
}

export function disputeCommitment(command: CommandOf<'disputeCommitment'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { stakeholder, report, by } = command;
  const reason = prose.hash(command.reason);
  return prose.plan({ type: 'commitment.disputed', data: { stakeholder, report, by, reason } });
}

export function scheduleReports({ schedule }: CommandOf<'scheduleReports'>): Planned {
  return plan({ type: 'commitment.scheduled', data: { schedule } });
}
