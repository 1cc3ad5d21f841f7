import type { Role, Viewer } from './roles';

/**
 * Who may be granted a procedure: a role in the negotiation; `public`: anyone, where the negotiation is marked
 * public; `signed-in`: anyone with an account; `administrator`: of the installation; `anyone`.
 */
export type Grant = Role | 'public' | 'signed-in' | 'administrator' | 'anyone';

const MEMBERS = ['facilitator', 'delegate', 'auditor', 'observer'] as const;
const READERS = [...MEMBERS, 'public'] as const;
const TALKERS = ['facilitator', 'delegate'] as const;

/**
 * Which role may call which procedure (product.md §1): the one table, read by the server's guard and by the
 * interface. What a procedure then shows is visibility.ts's, and whether a change is permitted just now, and for
 * which stakeholder, is judged again by `decide`.
 */
export const PERMISSIONS = {
  'account.me': ['anyone'],
  'account.signOutEverywhere': ['signed-in'],
  'account.delete': ['signed-in'],
  'account.signUp': ['anyone'],
  'account.forgot': ['anyone'],
  'account.reset': ['anyone'],
  'account.confirm': ['anyone'],
  'account.confirmAgain': ['signed-in'],
  'account.changePassword': ['signed-in'],
  'account.changeAddress': ['signed-in'],
  'account.setTimeZone': ['signed-in'],
  'account.export': ['signed-in'],
  'account.notifications': ['signed-in'],
  'account.setNotification': ['signed-in'],
  'inbox.list': ['signed-in'],
  'inbox.read': ['signed-in'],
  'inbox.count': ['signed-in'],
  'invitation.look': ['anyone'],
  'negotiation.list': ['signed-in'],
  'negotiation.create': ['signed-in'],
  'negotiation.join': ['signed-in'],
  'negotiation.get': READERS,
  'negotiation.export': READERS,
  'negotiation.setUp': ['facilitator'],
  'negotiation.import': ['facilitator'],
  'negotiation.describe': ['facilitator'],
  'negotiation.setMode': ['facilitator'],
  'negotiation.archive': ['facilitator'],
  'negotiation.conclude': ['facilitator'],
  'negotiation.succeed': ['facilitator'],
  'frame.change': ['facilitator'],
  'terms.change': ['facilitator'],
  'profile.propose': TALKERS,
  'profile.admit': ['facilitator'],
  'profile.refuse': ['facilitator'],
  'profile.withdraw': TALKERS,
  'member.list': ['facilitator', 'delegate', 'auditor'],
  'member.invite': ['facilitator'],
  'member.invitations': ['facilitator'],
  'member.inviteAgain': ['facilitator'],
  'member.revoke': ['facilitator'],
  'member.remove': ['facilitator'],
  'member.leave': MEMBERS,
  'member.deputise': ['delegate'],
  'briefing.list': READERS,
  'briefing.get': READERS,
  'briefing.publish': ['facilitator'],
  'briefing.acknowledge': ['delegate'],
  'round.open': ['facilitator'],
  'round.close': ['facilitator'],
  'round.remind': ['facilitator'],
  'round.extend': ['facilitator'],
  'round.setDeadline': ['facilitator'],
  'consent.ask': ['facilitator'],
  'consent.give': ['delegate'],
  'consent.refuse': ['delegate'],
  'ballot.cast': ['delegate'],
  'ballot.mine': ['delegate'],
  'ballot.saveDraft': ['delegate'],
  'ballot.enter': ['facilitator'],
  'ballot.confirm': ['delegate'],
  'ballot.past': ['delegate'],
  'ballot.receipt': ['delegate', 'auditor'],
  'standing.get': READERS,
  'standing.pair': READERS,
  'standing.power': READERS,
  'standing.live': READERS,
  'standing.feedback': ['facilitator', 'delegate', 'auditor'],
  'session.get': ['facilitator', 'delegate', 'auditor'],
  'threat.list': MEMBERS,
  'threat.assess': ['delegate'],
  'acuteRisk.assess': ['delegate'],
  'pledge.list': MEMBERS,
  'pledge.make': ['delegate'],
  'pledge.withdraw': ['delegate'],
  'comment.list': MEMBERS,
  'comment.threads': MEMBERS,
  'comment.post': TALKERS,
  'comment.edit': TALKERS,
  'comment.redact': TALKERS,
  'commitment.list': MEMBERS,
  'commitment.report': ['delegate'],
  'commitment.dispute': ['delegate'],
  'commitment.schedule': ['facilitator'],
  'history.list': MEMBERS,
  'history.checkpoint': READERS,
  'history.proof': MEMBERS,
  'history.report': MEMBERS,
  'history.bundle': ['auditor'],
  'history.keys': ['anyone'],
  'administration.outbox': ['administrator'],
  'administration.letter': ['administrator'],
  'administration.retry': ['administrator'],
  'administration.accounts': ['administrator'],
  'administration.settings': ['administrator'],
} as const satisfies Record<string, readonly Grant[]>;

export type Procedure = keyof typeof PERMISSIONS;

export function isProcedure(name: string): name is Procedure {
  return Object.hasOwn(PERMISSIONS, name);
}

/** Whether the viewer may call the procedure. `isPublic`: whether the negotiation at hand is marked public. */
export function may(procedure: Procedure, viewer: Viewer, isPublic = false): boolean {
  return PERMISSIONS[procedure].some((grant) => holds(grant, viewer, isPublic));
}

function holds(grant: Grant, viewer: Viewer, isPublic: boolean): boolean {
  switch (grant) {
    case 'anyone':
      return true;
    case 'public':
      return isPublic;
    case 'signed-in':
      return viewer.signedIn;
    case 'administrator':
      return viewer.signedIn && viewer.administrator === true;
    case 'facilitator':
    case 'delegate':
    case 'auditor':
    case 'observer':
      return viewer.signedIn && viewer.roles.includes(grant);
  }
}
