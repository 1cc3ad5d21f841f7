/** Every procedure by its name, which is also its name in the permission table. */
import { changeAddressProcedure } from './account/change-address';
import { changePasswordProcedure } from './account/change-password';
import { confirmProcedure } from './account/confirm';
import { confirmAgainProcedure } from './account/confirm-again';
import { deleteProcedure } from './account/delete';
import { exportProcedure } from './account/export';
import { forgotProcedure } from './account/forgot';
import { meProcedure } from './account/me';
import { notificationsProcedure } from './account/notifications';
import { resetProcedure } from './account/reset';
import { setNotificationProcedure } from './account/set-notification';
import { setTimeZoneProcedure } from './account/set-time-zone';
import { signOutEverywhereProcedure } from './account/sign-out-everywhere';
import { signUpProcedure } from './account/sign-up';
import { assessAcuteRisk } from './acute-risk/assess';
import { letter } from './administration/letter';
import { outbox } from './administration/outbox';
import { retry } from './administration/retry';
import { cast } from './ballot/cast';
import { confirm } from './ballot/confirm';
import { enter } from './ballot/enter';
import { mine } from './ballot/mine';
import { past } from './ballot/past';
import { receipt } from './ballot/receipt';
import { saveDraftProcedure } from './ballot/save-draft';
import { acknowledge } from './briefing/acknowledge';
import { getOneBriefing } from './briefing/get';
import { listOfBriefings } from './briefing/list';
import { publish } from './briefing/publish';
import { editComment } from './comment/edit';
import { listOfComments } from './comment/list';
import { postComment } from './comment/post';
import { redactComment } from './comment/redact';
import { threads } from './comment/threads';
import { disputeCommitment } from './commitment/dispute';
import { listOfCommitments } from './commitment/list';
import { reportCommitment } from './commitment/report';
import { scheduleReports } from './commitment/schedule';
import { askConsent } from './consent/ask';
import { giveConsent } from './consent/give';
import { refuseConsent } from './consent/refuse';
import { changeFrame } from './frame/change';
import { checkpoint } from './history/checkpoint';
import { list as listHistory } from './history/list';
import { proof } from './history/proof';
import { report } from './history/report';
import { countOfInbox } from './inbox/count';
import { listOfInbox } from './inbox/list';
import { readOfInbox } from './inbox/read';
import { router } from './init';
import { look } from './invitation/look';
import { deputise } from './member/deputise';
import { listOfInvitations } from './member/invitations';
import { invite } from './member/invite';
import { inviteOnceMore } from './member/invite-again';
import { leave } from './member/leave';
import { listOfMembers } from './member/list';
import { remove } from './member/remove';
import { revoke } from './member/revoke';
import { archive } from './negotiation/archive';
import { conclude } from './negotiation/conclude';
import { create } from './negotiation/create';
import { describe } from './negotiation/describe';
import { exportFile } from './negotiation/export';
import { get as getNegotiation } from './negotiation/get';
import { importFile } from './negotiation/import';
import { join } from './negotiation/join';
import { list } from './negotiation/list';
import { setMode } from './negotiation/set-mode';
import { setUp } from './negotiation/set-up';
import { succeed } from './negotiation/succeed';
import { listOfPledges } from './pledge/list';
import { makePledge } from './pledge/make';
import { withdrawPledge } from './pledge/withdraw';
import { admit } from './profile/admit';
import { propose } from './profile/propose';
import { refuseProfile } from './profile/refuse';
import { withdrawProfile } from './profile/withdraw';
import { closeRound } from './round/close';
import { extendRound } from './round/extend';
import { openRound } from './round/open';
import { remindRound } from './round/remind';
import { setDeadline } from './round/set-deadline';
import { session } from './session/get';
import { feedback } from './standing/feedback';
import { get as getStanding } from './standing/get';
import { live } from './standing/live';
import { pair } from './standing/pair';
import { power } from './standing/power';
import { changeTerms } from './terms/change';
import { assessThreat } from './threat/assess';
import { listOfThreats } from './threat/list';

export const appRouter = router({
  account: {
    me: meProcedure,
    signOutEverywhere: signOutEverywhereProcedure,
    delete: deleteProcedure,
    signUp: signUpProcedure,
    forgot: forgotProcedure,
    reset: resetProcedure,
    confirm: confirmProcedure,
    confirmAgain: confirmAgainProcedure,
    changePassword: changePasswordProcedure,
    changeAddress: changeAddressProcedure,
    setTimeZone: setTimeZoneProcedure,
    export: exportProcedure,
    notifications: notificationsProcedure,
    setNotification: setNotificationProcedure,
  },
  inbox: { list: listOfInbox, read: readOfInbox, count: countOfInbox },
  administration: { outbox, letter, retry },
  invitation: { look },
  negotiation: {
    list,
    join,
    get: getNegotiation,
    export: exportFile,
    create,
    import: importFile,
    describe,
    setUp,
    setMode,
    archive,
    conclude,
    succeed,
  },
  frame: { change: changeFrame },
  terms: { change: changeTerms },
  profile: { propose, admit, refuse: refuseProfile, withdraw: withdrawProfile },
  member: {
    list: listOfMembers,
    invite,
    invitations: listOfInvitations,
    inviteAgain: inviteOnceMore,
    revoke,
    remove,
    leave,
    deputise,
  },
  briefing: { list: listOfBriefings, get: getOneBriefing, publish, acknowledge },
  round: { open: openRound, close: closeRound, extend: extendRound, setDeadline, remind: remindRound },
  consent: { ask: askConsent, give: giveConsent, refuse: refuseConsent },
  ballot: { cast, mine, past, saveDraft: saveDraftProcedure, receipt, enter, confirm },
  threat: { list: listOfThreats, assess: assessThreat },
  acuteRisk: { assess: assessAcuteRisk },
  pledge: { list: listOfPledges, make: makePledge, withdraw: withdrawPledge },
  comment: { list: listOfComments, threads, post: postComment, edit: editComment, redact: redactComment },
  commitment: {
    list: listOfCommitments,
    report: reportCommitment,
    dispute: disputeCommitment,
    schedule: scheduleReports,
  },
  session: { get: session },
  standing: { get: getStanding, pair, power, live, feedback },
  history: { list: listHistory, checkpoint, proof, report },
});

export type AppRouter = typeof appRouter;
