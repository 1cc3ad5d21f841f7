/** Tables that a replay of the log rebuilds to the same rows: what changed in them between two states. */
import { headlineOf } from '@/negotiation/headline';
import { type NegotiationState, own } from '@/negotiation/state';
import type { Headline } from '@/negotiation/views';
import type { PoolClient } from '../pool';
import { sameEntries } from './seats';

export interface BallotRow {
  readonly stakeholder: string;
  readonly position: number;
  readonly at: string;
  readonly kind: 'revealed' | 'sealed';
  readonly actor: string | null;
}

/** Votes that are new. `evolve` keeps what it does not change, so that a look at each reference is enough. */
export function changedBallots(before: NegotiationState | null, after: NegotiationState): BallotRow[] {
  return Object.entries(after.votes)
    .filter(([stakeholder, vote]) => before === null || own(before.votes, stakeholder) !== vote)
    .map(([stakeholder, { position, at, kind, actor }]) => ({ stakeholder, position, at, kind, actor }));
}

/** The projections that change seldom, each only when it did. */
export async function writeProjections(
  client: PoolClient,
  log: string,
  before: NegotiationState | null,
  after: NegotiationState,
): Promise<void> {
  if (before === null || JSON.stringify(headlineOf(before)) !== JSON.stringify(headlineOf(after))) {
    await writeHeadline(client, log, headlineOf(after));
  }
  if (!sameEntries(before?.members, after.members)) await writeMembers(client, log, after);
  const gone = Object.keys(before?.votes ?? {}).filter((id) => own(after.votes, id) === undefined);
  if (gone.length > 0) {
    await client.query('DELETE FROM ballot WHERE log = $1 AND stakeholder = ANY ($2)', [log, gone]);
  }
}

async function writeHeadline(client: PoolClient, log: string, headline: Headline): Promise<void> {
  const { title, mode, phase, round, deadline, public: isPublic } = headline;
  await client.query(
    `INSERT INTO negotiation (log, title, mode, phase, round, deadline, public) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (log) DO UPDATE SET title = $2, mode = $3, phase = $4, round = $5, deadline = $6, public = $7`,
    [log, title, mode, phase, round, deadline, isPublic],
  );
}

async function writeMembers(client: PoolClient, log: string, state: NegotiationState): Promise<void> {
  await client.query('DELETE FROM membership WHERE log = $1', [log]);
  await client.query(
    `INSERT INTO membership (log, pseudonym, role, stakeholder)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])`,
    [
      log,
      state.members.map((m) => m.pseudonym),
      state.members.map((m) => m.role),
      state.members.map((m) => m.stakeholder ?? ''),
    ],
  );
}
