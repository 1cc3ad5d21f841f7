/** Rounds, participation, consents and proposals for who runs a session and who takes part in it (product.md §2, §3). */
import type { SessionView, StakeholderVote } from '@/negotiation/session-view';
import { type NegotiationState, own } from '@/negotiation/state';
import { seesStatementsOf } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { textsOf } from '../../db/texts';
import { consentsOf } from './consents';
import { proposalsOf } from './proposals';

export async function getSession(scope: NegotiationScope<'session.get'>): Promise<SessionView> {
  const { known, viewer, log, store } = scope;
  const { state, position } = known;
  const [consents, proposals, conclusion] = await Promise.all([
    consentsOf(scope),
    proposalsOf(scope),
    conclusionOf(state, (hash) => textsOf(store.pool, log, [hash]).then((texts) => texts(hash) ?? null)),
  ]);
  return {
    position,
    rounds: state.rounds.map(({ round, opened, deadline, closed }) => ({
      round,
      openedAt: opened.at,
      deadline,
      closedAt: closed?.effectiveAt ?? null,
    })),
    votes: state.stakeholders.map(({ id }) => voteOf(state, id, seesStatementsOf(state, viewer, id))),
    consents,
    proposals,
    conclusion,
  };
}

/** That there is a ballot is public; whether it is an abstention or provisional is part of the ballot. */
function voteOf(state: NegotiationState, stakeholder: string, seen: boolean): StakeholderVote {
  const vote = own(state.votes, stakeholder);
  const opened = state.rounds.at(-1)?.opened.position ?? 0;
  const ballot = vote?.kind === 'revealed' && seen ? vote.ballot : null;
  return {
    stakeholder,
    delegates: state.members.filter((member) => member.stakeholder === stakeholder).length,
    castAt: vote?.at ?? null,
    thisRound: vote !== undefined && vote.position > opened,
    as: vote === undefined ? null : ballot === null ? 'hidden' : 'abstain' in ballot ? 'abstained' : 'scores',
    provisional: ballot?.provisional === true,
  };
}

async function conclusionOf(
  { conclusion }: NegotiationState,
  textOf: (hash: string) => Promise<string | null>,
): Promise<SessionView['conclusion']> {
  if (conclusion === null) return null;
  const { profile, reason, at } = conclusion;
  return { profile, reason: reason === null ? null : await textOf(reason), at };
}
