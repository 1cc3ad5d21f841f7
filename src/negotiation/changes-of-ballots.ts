import type { Acknowledgement, NegotiationState, Table, Vote } from './state';
import { own } from './state';

/** What a running result is to be told so that it is of a later state: plain JSON. */
export interface BallotChanges {
  /** By index in `stakeholders`; `undefined`: no word stands any more. */
  readonly votes: readonly { readonly stakeholder: number; readonly vote: Vote | undefined }[];
  readonly acknowledgements: readonly Acknowledgement[];
}

/**
 * What changed from one state to a later one, where it is ballots and acknowledgements alone; `null` where anything else
 * differs that a result is made of, or may differ. States share what no event touched, so things are compared by
 * identity: what was read anew from a snapshot differs in all. O(n) comparisons of references.
 */
export function ballotChanges(before: NegotiationState, after: NegotiationState): BallotChanges | null {
  if (before.log !== after.log || before.position > after.position) return null;
  if (before.mode !== after.mode || before.rule !== after.rule) return null;
  const isSame =
    sameList(before.dimensions, after.dimensions) &&
    sameList(before.stakeholders, after.stakeholders) &&
    sameList(before.criteria, after.criteria) &&
    sameList(before.guarantees, after.guarantees) &&
    sameList(before.profiles, after.profiles) &&
    sameList(before.threats, after.threats) &&
    sameList(before.briefings, after.briefings) &&
    sameList(before.moves ?? [], after.moves ?? []) &&
    (before.moves === null) === (after.moves === null) &&
    sameTable(before.threatAssessments, after.threatAssessments) &&
    sameTable(before.acuteRisks, after.acuteRisks) &&
    sameTable(before.pledges, after.pledges);
  const known = before.acknowledgements.length;
  if (!isSame || !sameList(before.acknowledgements, after.acknowledgements.slice(0, known))) return null;
  return { votes: changedVotes(before, after), acknowledgements: after.acknowledgements.slice(known) };
}

function changedVotes(before: NegotiationState, after: NegotiationState): BallotChanges['votes'] {
  const votes: { stakeholder: number; vote: Vote | undefined }[] = [];
  if (before.votes === after.votes) return votes;
  for (const [stakeholder, { id }] of after.stakeholders.entries()) {
    // Nearly all are the same, which is seen without asking whether it is the table's own.
    if (after.votes[id] === before.votes[id]) continue;
    const vote = own(after.votes, id);
    if (vote !== own(before.votes, id)) votes.push({ stakeholder, vote });
  }
  return votes;
}

function sameList<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length === after.length && before.every((each, k) => each === after[k]);
}

function sameTable<T>(before: Table<T>, after: Table<T>): boolean {
  if (before === after) return true;
  const keys = Object.keys(after);
  return keys.length === Object.keys(before).length && keys.every((key) => own(before, key) === after[key]);
}
