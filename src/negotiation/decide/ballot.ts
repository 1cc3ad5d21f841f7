import type { CommandOf } from '../command';
import type { BallotBody } from '../file/model';
import { readBallot } from '../rules/ballot';
import { sealOf } from '../seal';
import type { Opening } from './decision';
import { type Desk, no, type Planned, Prose, plan } from './plan';

/** Ballots: open, or sealed where the negotiation's mode says so (ledger.md §3). */

export function castBallot(command: CommandOf<'castBallot'>, desk: Desk): Planned {
  const { stakeholder } = command;
  const sig = command.sig === undefined ? {} : { sig: command.sig };
  const read = readBallot(desk.state, command.ballot);
  if (!read.ok) return no(read.error);
  const ballot = read.value;
  if (desk.state.mode !== 'open') {
    const opening = seal(desk, stakeholder, ballot);
    const { commitment } = opening;
    const events = [{ type: 'ballot.sealed', data: { stakeholder, commitment, ...sig } }] as const;
    return { ok: true, value: { events, openings: [opening] } };
  }
  return 'abstain' in ballot
    ? plan({ type: 'ballot.abstained', data: { stakeholder, ballot, ...sig } })
    : plan({ type: 'ballot.cast', data: { stakeholder, ballot, ...sig } });
}

function seal({ context }: Desk, stakeholder: string, ballot: BallotBody): Opening {
  const salt = context.salt();
  return { stakeholder, salt, ballot, commitment: sealOf(context.log, stakeholder, salt, ballot) };
}

/** From paper, by a facilitator: counts once a delegate of the stakeholder confirms it. */
export function enterBallot(command: CommandOf<'enterBallot'>, desk: Desk): Planned {
  const { stakeholder } = command;
  const read = readBallot(desk.state, command.ballot);
  if (!read.ok) return no(read.error);
  const prose = new Prose(desk.context);
  const note = prose.maybe(command.note);
  const opening = desk.state.mode === 'open' ? null : seal(desk, stakeholder, read.value);
  const ballot = opening === null ? read.value : null;
  const data = { stakeholder, ballot, commitment: opening?.commitment ?? null, note };
  const events = [{ type: 'ballot.entered', data }] as const;
  return { ok: true, value: { events, texts: prose.texts, openings: opening === null ? [] : [opening] } };
}

export function confirmBallot(command: CommandOf<'confirmBallot'>): Planned {
  const { stakeholder, entered } = command;
  const sig = command.sig === undefined ? {} : { sig: command.sig };
  return plan({ type: 'ballot.confirmed', data: { stakeholder, entered, ...sig } });
}
