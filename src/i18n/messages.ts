import account from '../../messages/en/account.json';
import ballot from '../../messages/en/ballot.json';
import briefings from '../../messages/en/briefings.json';
import common from '../../messages/en/common.json';
import errors from '../../messages/en/errors.json';
import explain from '../../messages/en/explain.json';
import feedback from '../../messages/en/feedback.json';
import front from '../../messages/en/front.json';
import history from '../../messages/en/history.json';
import live from '../../messages/en/live.json';
import negotiations from '../../messages/en/negotiations.json';
import overview from '../../messages/en/overview.json';
import profiles from '../../messages/en/profiles.json';
import receipt from '../../messages/en/receipt.json';
import report from '../../messages/en/report.json';
import results from '../../messages/en/results.json';
import room from '../../messages/en/room.json';
import ruleBuilder from '../../messages/en/rule-builder.json';
import session from '../../messages/en/session.json';
import signIn from '../../messages/en/sign-in.json';

/** Every sentence of the interface, by namespace. One language now; another is another folder of the same keys. */
export const messages = {
  account,
  ballot,
  briefings,
  common,
  errors,
  explain,
  feedback,
  front,
  history,
  live,
  negotiations,
  overview,
  profiles,
  receipt,
  report,
  results,
  room,
  ruleBuilder,
  session,
  signIn,
};

export type Messages = typeof messages;
