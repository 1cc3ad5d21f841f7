/** Which composer writes which kind of message. */
import type { Composer } from './letter';
import { addressChangedLetter, addressConfirmLetter } from './letters/address';
import { ballotEntered, ballotTaken } from './letters/ballot';
import { commentMention, commentReply } from './letters/comment';
import { invitationLetter } from './letters/invitation';
import { briefingPublished, consentAsked, negotiationConcluded } from './letters/negotiation';
import { passwordResetLetter } from './letters/password-reset';
import { profileDecided, profileNew, profileProposed } from './letters/profile';
import { reminderAsked, reminderHalf, reminderLate } from './letters/reminder';
import { reportDue, reportOverdue } from './letters/report';
import { roundClosed, roundDeadline, roundOpened } from './letters/round';
import type { MessageKind } from './message';

export const COMPOSERS: Readonly<Record<MessageKind, Composer>> = {
  invitation: invitationLetter,
  'password.reset': passwordResetLetter,
  'address.confirm': addressConfirmLetter,
  'address.changed': addressChangedLetter,
  'ballot.taken': ballotTaken,
  'ballot.entered': ballotEntered,
  'round.opened': roundOpened,
  'round.closed': roundClosed,
  'round.deadline': roundDeadline,
  'reminder.half': reminderHalf,
  'reminder.late': reminderLate,
  'reminder.asked': reminderAsked,
  'profile.proposed': profileProposed,
  'profile.new': profileNew,
  'profile.decided': profileDecided,
  'briefing.published': briefingPublished,
  'consent.asked': consentAsked,
  'negotiation.concluded': negotiationConcluded,
  'comment.reply': commentReply,
  'comment.mention': commentMention,
  'report.due': reportDue,
  'report.overdue': reportOverdue,
};
