/**
 * What sealed ballots open to (ledger.md §3). Read for three purposes only: for the delegates of their own stakeholder,
 * inside an append that opens them, and for an auditor's bundle after a private conclusion. Nothing of it is ever logged or put into an error.
 */

import type { Openings } from '@/negotiation/decide/decision';
import type { BallotBody } from '@/negotiation/file/model';
import type { NegotiationState } from '@/negotiation/state';
import type { Pool, PoolClient } from './pool';

export interface SealedBallot {
  readonly salt: string;
  readonly ballot: BallotBody;
  /** The canonical text that was sealed. */
  readonly text: string;
}

/** Openings of everything that the state holds sealed. */
export async function openingsOf(
  client: Pool | PoolClient,
  log: string,
  state: NegotiationState,
): Promise<Openings> {
  const commitments = [
    ...Object.values(state.votes).map((vote) => (vote.kind === 'sealed' ? vote.commitment : null)),
    ...Object.values(state.entered).map((entered) => entered.commitment),
  ].filter((commitment) => commitment !== null);
  if (commitments.length === 0) return () => undefined;
  const { rows } = await client.query<{ commitment: string; salt: string; ballot: string }>(
    'SELECT commitment, salt, ballot FROM sealed_ballot WHERE log = $1 AND commitment = ANY ($2)',
    [log, commitments],
  );
  const byCommitment = new Map(rows.map((row) => [row.commitment, row]));
  return (commitment) => {
    const row = byCommitment.get(commitment);
    return row === undefined ? undefined : { salt: row.salt, ballot: readBallot(row.ballot) };
  };
}

/** The opening of what was sealed at a position, for its stakeholder's delegates alone. */
export async function sealedBallotAt(
  pool: Pool,
  log: string,
  stakeholder: string,
  position: number,
): Promise<SealedBallot | null> {
  const { rows } = await pool.query<{ salt: string; ballot: string }>(
    'SELECT salt, ballot FROM sealed_ballot WHERE log = $1 AND stakeholder = $2 AND position = $3',
    [log, stakeholder, position],
  );
  const row = rows[0];
  return row === undefined ? null : { salt: row.salt, ballot: readBallot(row.ballot), text: row.ballot };
}

/** What was sealed at these positions. For the bundle of a concluded private negotiation alone. */
export async function openedForAuditors(
  pool: Pool,
  log: string,
  positions: readonly number[],
): Promise<{ position: number; stakeholder: string; salt: string; ballot: BallotBody }[]> {
  const { rows } = await pool.query<{ position: number; stakeholder: string; salt: string; ballot: string }>(
    `SELECT position, stakeholder, salt, ballot FROM sealed_ballot
     WHERE log = $1 AND position = ANY ($2) ORDER BY position`,
    [log, positions],
  );
  return rows.map((row) => ({ ...row, ballot: readBallot(row.ballot) }));
}

/** It was judged when it was sealed. */
function readBallot(text: string): BallotBody {
  const ballot: BallotBody = JSON.parse(text);
  return ballot;
}

/** Everything that was sealed for a stakeholder, by position, for its delegates alone. */
export async function sealedBallotsOf(
  pool: Pool,
  log: string,
  stakeholder: string,
): Promise<ReadonlyMap<number, BallotBody>> {
  const { rows } = await pool.query<{ position: number; ballot: string }>(
    'SELECT position, ballot FROM sealed_ballot WHERE log = $1 AND stakeholder = $2',
    [log, stakeholder],
  );
  return new Map(rows.map(({ position, ballot }) => [position, readBallot(ballot)]));
}
