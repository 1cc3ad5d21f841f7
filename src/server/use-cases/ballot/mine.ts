/** A stakeholder's newest ballot, for its own delegates, in every mode; and the draft that the reader was writing. */
import type { BallotBody, FileBallot } from '@/negotiation/file/model';
import { periodOf } from '@/negotiation/period';
import { own } from '@/negotiation/state';
import type { MyBallot } from '@/negotiation/views';
import { type NegotiationScope, userOf } from '../../auth/scope';
import { readDraft } from '../../db/drafts';
import { type Answer, answered, NOT_YOUR_STAKEHOLDER, refused } from '../../refusal';
import { uncovered } from '../negotiation/next-steps';
import { enteredBallot } from './entered';
import { ownBody } from './own-body';

export async function myBallot(
  scope: NegotiationScope<'ballot.mine'>,
  { stakeholder }: { readonly stakeholder: string },
): Promise<Answer<MyBallot>> {
  const { viewer, known, log, store, pseudonym } = scope;
  if (!viewer.stakeholders.includes(stakeholder)) return refused(NOT_YOUR_STAKEHOLDER);
  const { state } = known;
  const vote = own(state.votes, stakeholder);
  const body = await ownBody(scope, stakeholder);
  const draft = await readDraft(store, log, userOf(scope).id, stakeholder);
  return answered({
    stakeholder,
    ballot: vote === undefined || body === null ? null : fileBallot(stakeholder, vote.at, body),
    position: vote?.position ?? null,
    byMe: vote === undefined || vote.actor === null ? null : vote.actor === pseudonym,
    uncovered: body === null ? [] : uncovered(state, body),
    open: periodOf(state.phase, new Date().toISOString()) === 'open',
    draft,
    entered: await enteredBallot(scope, stakeholder),
  });
}

function fileBallot(stakeholder: string, at: string, body: BallotBody): FileBallot {
  return { stakeholder, at, ...body };
}
