import type { EventOf } from '../events/event';
import { type CastBallot, own } from '../state';
import type { Kernel } from './kernel';

/** Ballots: the newest word of each stakeholder, and the list of those that are revealed. */

const LONGEST_RUN = 256;

/** Adds a ballot that everyone who may see ballots may see: to the last run, or to one of its own. */
export function reveal(kernel: Kernel, ballot: CastBallot): void {
  const last = kernel.ballots.at(-1);
  if (last === undefined || last.length >= LONGEST_RUN) kernel.ballots.push([ballot]);
  else kernel.ballots[kernel.ballots.length - 1] = [...last, ballot];
}

export function ballotCast(
  kernel: Kernel,
  event: EventOf<'ballot.cast'> | EventOf<'ballot.abstained'>,
): void {
  const { at, position, actor } = event;
  const { stakeholder, ballot } = event.data;
  reveal(kernel, { stakeholder, at, position, ballot, imported: false });
  kernel.votes[stakeholder] = { kind: 'revealed', position, at, actor, ballot };
}

export function ballotSealed(kernel: Kernel, event: EventOf<'ballot.sealed'>): void {
  const { at, position, actor } = event;
  const { stakeholder, commitment } = event.data;
  kernel.votes[stakeholder] = { kind: 'sealed', position, at, actor, commitment, sealed: position };
}

/** The first seal that is opened begins the close, which nothing else may come between. */
export function ballotUnsealed(kernel: Kernel, event: EventOf<'ballot.unsealed'>): void {
  const { stakeholder, ballot } = event.data;
  const vote = own(kernel.votes, stakeholder);
  if (vote === undefined) return;
  const { at, position, actor } = vote;
  reveal(kernel, { stakeholder, at, position, ballot, imported: false });
  kernel.votes[stakeholder] = { kind: 'revealed', position, at, actor, ballot };
  if (kernel.owes.length === 0) kernel.owes.push({ kind: 'close' });
}

export function ballotEntered(kernel: Kernel, event: EventOf<'ballot.entered'>): void {
  const { stakeholder, ballot, commitment } = event.data;
  kernel.entered[stakeholder] = { position: event.position, at: event.at, ballot, commitment };
}

/** It is as new as its confirmation. */
export function ballotConfirmed(kernel: Kernel, event: EventOf<'ballot.confirmed'>): void {
  const { at, position, actor } = event;
  const { stakeholder } = event.data;
  const entered = own(kernel.entered, stakeholder);
  if (entered === undefined) return;
  delete kernel.entered[stakeholder];
  if (entered.commitment !== null) {
    const { commitment, position: sealed } = entered;
    kernel.votes[stakeholder] = { kind: 'sealed', position, at, actor, commitment, sealed };
  } else if (entered.ballot !== null) {
    const { ballot } = entered;
    reveal(kernel, { stakeholder, at, position, ballot, imported: false });
    kernel.votes[stakeholder] = { kind: 'revealed', position, at, actor, ballot };
  }
}
