/** What pages read: each through its use case, in the scope of the reader, once a request. */
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Basis } from '@/core/model';
import type { Topic } from '@/negotiation/comment-view';
import { scopeFor } from '@/server/auth/scope';
import { currentSession } from '@/server/auth/session';
import type { Cursor } from '@/server/db/messages';
import { store } from '@/server/db/store';
import { demoAccounts } from '@/server/demo/accounts';
import { ADDRESS_HEADER } from '@/server/http/address';
import type { Answer } from '@/server/refusal';
import { seatsLeftEmpty } from '@/server/use-cases/account/delete';
import { myAccount } from '@/server/use-cases/account/details';
import { me } from '@/server/use-cases/account/me';
import { notificationChoices } from '@/server/use-cases/account/notifications';
import { isResetLinkGood } from '@/server/use-cases/account/reset';
import { listOutbox, type OutboxQuery } from '@/server/use-cases/administration/outbox';
import { myBallot } from '@/server/use-cases/ballot/mine';
import { pastBallots } from '@/server/use-cases/ballot/past';
import { getBriefing } from '@/server/use-cases/briefing/get';
import { listBriefings } from '@/server/use-cases/briefing/list';
import { listComments } from '@/server/use-cases/comment/list';
import { listThreads } from '@/server/use-cases/comment/threads';
import { listCommitments } from '@/server/use-cases/commitment/list';
import { listInbox } from '@/server/use-cases/inbox/list';
import { countUnread } from '@/server/use-cases/inbox/read';
import { lookAtInvitation } from '@/server/use-cases/invitation/look';
import { listInvitations } from '@/server/use-cases/member/invitations';
import { listMembers } from '@/server/use-cases/member/list';
import { exportNegotiation } from '@/server/use-cases/negotiation/export';
import { getNegotiation } from '@/server/use-cases/negotiation/get';
import { listNegotiations } from '@/server/use-cases/negotiation/list';
import { getSetUp } from '@/server/use-cases/negotiation/set-up';
import { listPledges } from '@/server/use-cases/pledge/list';
import { getSession } from '@/server/use-cases/session/get';
import { getDetail } from '@/server/use-cases/standing/detail';
import { getFeedback } from '@/server/use-cases/standing/feedback';
import { getFrameThen } from '@/server/use-cases/standing/frame-then';
import { getStanding } from '@/server/use-cases/standing/get';
import { getPower } from '@/server/use-cases/standing/power';
import { listThreats } from '@/server/use-cases/threat/list';

const readSession = cache(currentSession);

/** Who reads, and whether this is the demonstration. Needs nobody to be signed in. */
export const readAccount = cache(async () => me({ session: await readSession() }));

export const readDemoAccounts = cache(demoAccounts);

/** The signed-in reader; whoever is not is asked to sign in, and comes back to `from`. */
export async function readReader(from: string) {
  const session = await readSession();
  return session === null ? toSignIn(from) : session.user;
}

/** What it would mean for others if the reader's account were deleted. */
export async function readSeatsLeftEmpty() {
  return seatsLeftEmpty(settled(await scopeFor(await readSession(), 'account.delete'), '/account'));
}

export const readNegotiations = cache(async () => {
  const scope = settled(await scopeFor(await readSession(), 'negotiation.list'), '/negotiations');
  return listNegotiations(scope);
});

export const readNegotiation = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'negotiation.get', negotiation);
  return getNegotiation(settled(scope, `/n/${negotiation}`));
});

/** The negotiation's file, with as much in it as the reader may see. */
export const readVisibleFile = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'negotiation.export', negotiation);
  return exportNegotiation(settled(scope, `/n/${negotiation}/what-if`));
});

/** What its facilitators set up, or `null` where the reader is not one of them. */
export const readSetUp = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'negotiation.setUp', negotiation);
  if (!scope.ok && scope.error.code === 'forbidden') return null;
  return getSetUp(settled(scope, `/n/${negotiation}/set-up`));
});

/** The standing on a basis, or `null` where the reader may see none so far. */
export const readStanding = cache(async (negotiation: string, basis: Basis) => {
  // After it, so that the standing is at least of the position from which the page goes on listening.
  await readNegotiation(negotiation);
  const scope = settled(
    await scopeFor(await readSession(), 'standing.get', negotiation),
    `/n/${negotiation}`,
  );
  const standing = await getStanding(scope, { basis });
  if (!standing.ok && standing.error.code === 'not-yet') return null;
  return settled(standing, `/n/${negotiation}`);
});

/** Who is behind the standing at a position that the reader was given; `null` where nobody is told. */
export const readDetail = cache(async (negotiation: string, basis: Basis, position: number) => {
  const scope = await scopeFor(await readSession(), 'standing.get', negotiation);
  return getDetail(settled(scope, `/n/${negotiation}/results`), { basis, position });
});

/** The same, with what would flip each verdict searched for. */
export const readDetailWithFlips = cache(async (negotiation: string, basis: Basis, position: number) => {
  const detail = await readDetail(negotiation, basis, position);
  await detail?.searchFlips();
  return detail;
});

/** The frame that the standing at a position is of, without free texts. */
export const readFrameThen = cache(async (negotiation: string, position: number) => {
  const scope = await scopeFor(await readSession(), 'standing.get', negotiation);
  return getFrameThen(settled(scope, `/n/${negotiation}/results`), position);
});

export const readPower = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'standing.power', negotiation);
  return getPower(settled(scope, `/n/${negotiation}/results`));
});

/** The reader's ballot for a stakeholder, or `null` where they are not its delegate. */
export const readMyBallot = cache(async (negotiation: string, stakeholder: string) => {
  const scope = await scopeFor(await readSession(), 'ballot.mine', negotiation);
  if (!scope.ok && scope.error.code === 'forbidden') return null;
  const ballot = await myBallot(settled(scope, `/n/${negotiation}/ballot`), { stakeholder });
  return ballot.ok ? ballot.value : null;
});

/** Rounds, participation, consents and proposals, or `null` where the reader is no member. */
export const readSessionOf = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'session.get', negotiation);
  if (!scope.ok && (scope.error.code === 'forbidden' || scope.error.code === 'signed-out')) return null;
  return getSession(settled(scope, `/n/${negotiation}/session`));
});

export const readBriefings = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'briefing.list', negotiation);
  return listBriefings(settled(scope, `/n/${negotiation}/briefings`));
});

export const readBriefing = cache(async (negotiation: string, briefing: string) => {
  const from = `/n/${negotiation}/briefings/${encodeURIComponent(briefing)}`;
  const scope = settled(await scopeFor(await readSession(), 'briefing.get', negotiation), from);
  return settled(await getBriefing(scope, { briefing }), from);
});

export const readThreats = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'threat.list', negotiation);
  return listThreats(settled(scope, `/n/${negotiation}/threats`));
});

/** A page of what is said about something, from a position on. */
export const readComments = cache(async (negotiation: string, topic: Topic, from: number) => {
  const scope = await scopeFor(await readSession(), 'comment.list', negotiation);
  return listComments(settled(scope, `/n/${negotiation}/discussion`), { topic, from });
});

export const readThreads = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'comment.threads', negotiation);
  return listThreads(settled(scope, `/n/${negotiation}/discussion`));
});

export const readPledges = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'pledge.list', negotiation);
  return listPledges(settled(scope, `/n/${negotiation}/pledges`));
});

export const readCommitments = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'commitment.list', negotiation);
  return listCommitments(settled(scope, `/n/${negotiation}/commitments`));
});

/** What the round that closed last came to, or `null` where none has closed. */
export const readFeedback = cache(async (negotiation: string, stakeholder: string) => {
  const scope = await scopeFor(await readSession(), 'standing.feedback', negotiation);
  const feedback = await getFeedback(settled(scope, `/n/${negotiation}/ballot`), { stakeholder });
  return feedback.ok ? feedback.value : null;
});

/** What an invitation's link offers; `null` after too many tries from the reader's machine. */
export const readInvitation = cache(async (token: string) => {
  const scope = settled(await scopeFor(await readSession(), 'invitation.look'), '/');
  const look = await lookAtInvitation(scope, token, await machine());
  return look.ok ? look.value : null;
});

export async function readIsResetLinkGood(token: string) {
  return isResetLinkGood(store(), token, await machine());
}

/** The reader's account as its own page shows it. */
export async function readMyAccount() {
  return myAccount(settled(await scopeFor(await readSession(), 'account.export'), '/account'));
}

/** Of which kinds the reader gets letters. */
export async function readLetterChoices() {
  return notificationChoices(
    settled(await scopeFor(await readSession(), 'account.notifications'), '/account'),
  );
}

/** Members, deputies and what they are called, or `null` where the reader may not see who sits at the table. */
export const readMembers = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'member.list', negotiation);
  if (!scope.ok && scope.error.code === 'forbidden') return null;
  return listMembers(settled(scope, `/n/${negotiation}/people`));
});

/** The invitations and what became of them, or `null` where the reader is no facilitator. */
export const readInvitations = cache(async (negotiation: string) => {
  const scope = await scopeFor(await readSession(), 'member.invitations', negotiation);
  if (!scope.ok && scope.error.code === 'forbidden') return null;
  return listInvitations(settled(scope, `/n/${negotiation}/people`));
});

/** Who cast what and when for a stakeholder of the reader's. */
export const readPastBallots = cache(async (negotiation: string, stakeholder: string) => {
  const from = `/n/${negotiation}/people`;
  const scope = settled(await scopeFor(await readSession(), 'ballot.past', negotiation), from);
  return settled(await pastBallots(scope, stakeholder), from);
});

/** How many messages the reader has not read; whoever is signed out has none. */
export const readUnread = cache(async () => {
  const scope = await scopeFor(await readSession(), 'inbox.count');
  return scope.ok ? countUnread(scope.value) : 0;
});

/** The reader's messages from a place on, and how many are unread. */
export async function readInbox(before: Cursor | null) {
  const scope = settled(await scopeFor(await readSession(), 'inbox.list'), '/inbox');
  return { ...(await listInbox(scope, before)), unread: await readUnread() };
}

export async function readOutbox(query: OutboxQuery) {
  return listOutbox(settled(await scopeFor(await readSession(), 'administration.outbox'), '/outbox'), query);
}

/** At the other end of the request, for limits on tries. */
async function machine(): Promise<string> {
  return (await headers()).get(ADDRESS_HEADER) ?? 'unknown';
}

/** The answer's value; where it was refused, the page to sign in or the page that says there is nothing here. */
function settled<T>(answer: Answer<T>, from: string): T {
  if (answer.ok) return answer.value;
  return answer.error.code === 'signed-out' ? toSignIn(from) : notFound();
}

function toSignIn(from: string): never {
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(from)}`);
}
