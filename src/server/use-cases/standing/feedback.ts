/**
 * Delphi feedback between rounds: what the others stated in the round that closed last, where one's own interval lay,
 * and what moved since the round before. Everything in it had been revealed by that close (product.md §2): where
 * ballots are private only the standings are, as counts, and of ballots one's own.
 */
import { type Word, wordOfBallot } from '@/audit/scores';
import type { ByStance, Members, ProfileResult } from '@/core/model';
import { fitBallot } from '@/negotiation/fit-ballot';
import type {
  PointsTriple,
  ProfileFeedback,
  ProfileStanding,
  RoundFeedback,
} from '@/negotiation/session-view';
import { type CastBallot, type NegotiationState, own } from '@/negotiation/state';
import { seesStatementsOf } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { readStanding } from '../../db/standings';
import { type Answer, answered, NO_STANDING_YET, NOT_YOUR_STAKEHOLDER, refused } from '../../refusal';
import { ownBody } from '../ballot/own-body';

type Scope = NegotiationScope<'standing.feedback'>;
type Words = ReadonlyMap<string, Word>;

/** @param stakeholder whose own place is told; `null` for who speaks for none. */
export async function getFeedback(
  scope: Scope,
  { stakeholder }: { readonly stakeholder: string | null },
): Promise<Answer<RoundFeedback>> {
  const { viewer, known } = scope;
  const { state } = known;
  if (stakeholder !== null && !viewer.stakeholders.includes(stakeholder))
    return refused(NOT_YOUR_STAKEHOLDER);
  const [last, before] = state.rounds.filter(({ closed }) => closed !== null).reverse();
  if (last === undefined || last.closed === null) return refused(NO_STANDING_YET);
  const close = last.closed.position;
  const closeBefore = before?.closed?.position ?? null;
  const [now, then, mine] = await Promise.all([
    standingAt(scope, close),
    closeBefore === null ? null : standingAt(scope, closeBefore),
    stakeholder === null ? null : ownWord(scope, stakeholder, close),
  ]);
  const seen = seenStakeholders(state, scope.viewer).filter((id) => id !== stakeholder);
  const words = state.mode === 'private' ? null : wordsAt(state, close);
  const wordsBefore = words === null || closeBefore === null ? null : wordsAt(state, closeBefore);
  const profiles = state.profiles.flatMap(({ profile: { id }, status }): ProfileFeedback[] => {
    if (status !== 'admitted') return [];
    return [
      {
        profile: id,
        before: then?.get(id) ?? null,
        now: now?.get(id) ?? null,
        mine: mine === null ? null : scoreOf(mine, id),
        others: words && intervals(words, seen, id),
        moved: words && wordsBefore && movesBetween(wordsBefore, words, seen, id),
      },
    ];
  });
  const closedAt = last.closed.effectiveAt;
  return answered({ round: last.round, closedAt, before: before?.round ?? null, profiles });
}

function seenStakeholders(state: NegotiationState, viewer: Scope['viewer']): string[] {
  return state.stakeholders.map(({ id }) => id).filter((id) => seesStatementsOf(state, viewer, id));
}

/** The newest ballot of each stakeholder that counted at a position and has been revealed since. */
function wordsAt(state: NegotiationState, position: number): Words {
  const newest = new Map<string, CastBallot>();
  for (const ballot of state.ballots.flat()) {
    const other = newest.get(ballot.stakeholder);
    if (ballot.position <= position && (other === undefined || other.position <= ballot.position)) {
      newest.set(ballot.stakeholder, ballot);
    }
  }
  const fitted = fitBallot(state);
  return new Map([...newest].map(([id, { position: at, ballot }]) => [id, wordOfBallot(at, fitted(ballot))]));
}

/** One's own ballot at the close. A private one only while it is the newest: the state names no other. */
async function ownWord(scope: Scope, id: string, close: number): Promise<Word | null> {
  const { state } = scope.known;
  if (state.mode !== 'private') return wordsAt(state, close).get(id) ?? null;
  const vote = own(state.votes, id);
  if (vote === undefined || vote.position > close) return null;
  const ballot = await ownBody(scope, id);
  return ballot === null ? null : wordOfBallot(vote.position, fitBallot(state)(ballot));
}

function scoreOf(word: Word | undefined, profile: string): PointsTriple | null {
  return word?.kind === 'scores' ? (own(word.scores, profile) ?? null) : null;
}

function intervals(words: Words, seen: readonly string[], profile: string) {
  return seen.flatMap((stakeholder) => {
    const score = scoreOf(words.get(stakeholder), profile);
    return score === null ? [] : [{ stakeholder, score }];
  });
}

function movesBetween(before: Words, now: Words, seen: readonly string[], profile: string) {
  return seen
    .map((stakeholder) => ({
      stakeholder,
      from: scoreOf(before.get(stakeholder), profile),
      to: scoreOf(now.get(stakeholder), profile),
    }))
    .filter(({ from, to }) => String(from) !== String(to));
}

/** `null` while the worker has not come to that close. */
async function standingAt(
  { store, log }: Scope,
  position: number,
): Promise<ReadonlyMap<string, ProfileStanding> | null> {
  const stored = await readStanding(store.pool, log, 'informed', position);
  if (stored?.position !== position) return null;
  return new Map(stored.result.profiles.map((profile) => [profile.id, standingOf(profile)]));
}

function standingOf({ verdict, coalition }: ProfileResult): ProfileStanding {
  return { verdict, gaining: coalition && counts(coalition) };
}

function counts({ necessary, expected, possible }: ByStance<Members>): ByStance<number> {
  return { necessary: count(necessary), expected: count(expected), possible: count(possible) };
}

function count(members: Members): number {
  return typeof members === 'number' ? members : members.length;
}
