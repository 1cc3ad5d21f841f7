import type { EventOf } from '../events/event';
import type { BallotBody } from '../file/model';
import { validateBallotBody } from '../file/validate-parts';
import type { Refusal, Result } from '../refusal';
import { refuse, refuseFaults } from '../refusals';
import { sealOf } from '../seal';
import { type NegotiationState, own } from '../state';
import { first, type Judgement, unless } from './judgement';
import { fitsAtOnce } from './quick-ballot';
import { known } from './references';
import { judgeClosing } from './round';

/** Ballots: judged by negotiation-file.md against the profiles and criteria as they stand (ledger.md §3 for seals). */

/** A ballot's body as it was given, checked; or its faults, with their paths in it. */
export function readBallot(state: NegotiationState, given: unknown): Result<BallotBody, Refusal> {
  const admitted = state.profiles.filter(({ status }) => status === 'admitted');
  const judged = validateBallotBody(given, {
    profiles: new Map(admitted.map(({ profile }) => [profile.id, new Set(profile.relies)])),
    criteria: new Set(state.criteria.map(({ id }) => id)),
  });
  if (judged.ok) return { ok: true, value: judged.ballot };
  const withdrawn = withdrawnProfile(state, given);
  if (withdrawn !== undefined) {
    return { ok: false, error: refuse('ballot.withdrawn-profile', { id: withdrawn }, judged.faults) };
  }
  return { ok: false, error: refuseFaults('ballot.faults', judged.faults) };
}

/** A profile that the ballot scores and that was withdrawn: the fault deserves a sentence of its own. */
function withdrawnProfile(state: NegotiationState, given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const criteria = 'criteria' in given ? given.criteria : undefined;
  const nested =
    typeof criteria === 'object' && criteria !== null && 'scores' in criteria ? criteria.scores : {};
  const scores = 'scores' in given ? given.scores : nested;
  if (typeof scores !== 'object' || scores === null) return undefined;
  return Object.keys(scores).find((id) => own(state.retired, `profile ${id}`));
}

function soundBallot(state: NegotiationState, ballot: BallotBody): Judgement {
  if (fitsAtOnce(state, ballot)) return null;
  const read = readBallot(state, ballot);
  return read.ok ? null : read.error;
}

function inMode(state: NegotiationState, open: boolean): Judgement {
  return unless((state.mode === 'open') === open, 'ballot.mode', { mode: state.mode });
}

export function judgeCast(
  state: NegotiationState,
  { data }: EventOf<'ballot.cast'> | EventOf<'ballot.abstained'>,
): Judgement {
  return first(
    () => inMode(state, true),
    () => soundBallot(state, data.ballot),
  );
}

export function judgeSealed(state: NegotiationState): Judgement {
  return inMode(state, false);
}

/** Private ballots are never unsealed in the log. */
export function judgeUnsealed(state: NegotiationState, event: EventOf<'ballot.unsealed'>): Judgement {
  const { stakeholder, sealed, salt, ballot } = event.data;
  const vote = own(state.votes, stakeholder);
  return first(
    () => judgeClosing(state, event.actor, event.at),
    () => unless(state.mode === 'sealed', 'ballot.mode', { mode: state.mode }),
    () =>
      unless(vote?.kind === 'sealed' && vote.sealed === sealed, 'ballot.not-sealed', {
        stakeholder,
        position: sealed,
      }),
    () => {
      const fits =
        vote?.kind === 'sealed' && vote.commitment === sealOf(state.log, stakeholder, salt, ballot);
      return unless(fits, 'ballot.seal', { stakeholder });
    },
    () => soundBallot(state, ballot),
  );
}

export function judgeEntered(state: NegotiationState, { data }: EventOf<'ballot.entered'>): Judgement {
  const { stakeholder, ballot, commitment } = data;
  return first(
    () => known(state, 'stakeholder', stakeholder),
    () => unless((ballot === null) !== (commitment === null), 'ballot.nothing-entered'),
    () => inMode(state, ballot !== null),
    () => (ballot === null ? null : soundBallot(state, ballot)),
  );
}

/** The profiles may have changed since it was entered only by additions: a round opens none anew. */
export function judgeConfirmed(state: NegotiationState, { data }: EventOf<'ballot.confirmed'>): Judgement {
  const { stakeholder, entered: position } = data;
  const waits = own(state.entered, stakeholder)?.position === position;
  return unless(waits, 'ballot.not-entered', { stakeholder, position });
}
