import account from '../../messages/en/account.json';
import ballot from '../../messages/en/ballot.json';
import briefings from '../../messages/en/briefings.json';
import commitments from '../../messages/en/commitments.json';
import common from '../../messages/en/common.json';
import discussion from '../../messages/en/discussion.json';
import errors from '../../messages/en/errors.json';
import explain from '../../messages/en/explain.json';
import feedback from '../../messages/en/feedback.json';
import front from '../../messages/en/front.json';
import history from '../../messages/en/history.json';
import inbox from '../../messages/en/inbox.json';
import join from '../../messages/en/join.json';
import live from '../../messages/en/live.json';
import negotiations from '../../messages/en/negotiations.json';
import newNegotiation from '../../messages/en/new.json';
import outbox from '../../messages/en/outbox.json';
import overview from '../../messages/en/overview.json';
import password from '../../messages/en/password.json';
import people from '../../messages/en/people.json';
import pictures from '../../messages/en/pictures.json';
import pledges from '../../messages/en/pledges.json';
import profiles from '../../messages/en/profiles.json';
import receipt from '../../messages/en/receipt.json';
import report from '../../messages/en/report.json';
import results from '../../messages/en/results.json';
import room from '../../messages/en/room.json';
import ruleBuilder from '../../messages/en/rule-builder.json';
import session from '../../messages/en/session.json';
import setUp from '../../messages/en/set-up.json';
import signIn from '../../messages/en/sign-in.json';
import threats from '../../messages/en/threats.json';
import whatIf from '../../messages/en/what-if.json';

/** Every sentence of the interface, by namespace. One language now; another is another folder of the same keys. */
export const messages = {
  account,
  ballot,
  briefings,
  commitments,
  common,
  discussion,
  errors,
  explain,
  feedback,
  front,
  history,
  inbox,
  join,
  live,
  negotiations,
  outbox,
  new: newNegotiation,
  overview,
  password,
  people,
  pictures,
  pledges,
  profiles,
  receipt,
  report,
  results,
  room,
  ruleBuilder,
  session,
  setUp,
  signIn,
  threats,
  whatIf,
};

export type Messages = typeof messages;
