/** Tables that a replay of the log rebuilds to the same rows: what changed in them between two states. */
import { headlineOf } from '@/negotiation/headline';
import type { NegotiationState } from '@/negotiation/state';
import type { Headline } from '@/negotiation/views';
import type { PoolClient, QueryConfig } from '../pool';
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
  if (before?.votes === after.votes) return [];
  const old = before?.votes ?? {};
  const rows: BallotRow[] = [];
  for (const stakeholder of Object.keys(after.votes)) {
    const vote = after.votes[stakeholder];
    // What every object has by itself is no vote, and so another one than any.
    if (vote === undefined || vote === old[stakeholder]) continue;
    const { position, at, kind, actor } = vote;
    rows.push({ stakeholder, position, at, kind, actor });
  }
  return rows;
}

/** Writes the projections that change seldom, each only when it did. */
export async function writeProjections(
  client: PoolClient,
  log: string,
  before: NegotiationState | null,
  after: NegotiationState,
): Promise<void> {
  for (const statement of projectionStatements(log, before, after)) await client.query(statement);
}

/** What writes the projections that change seldom, each only when it did. */
export function projectionStatements(
  log: string,
  before: NegotiationState | null,
  after: NegotiationState,
): QueryConfig[] {
  const statements: QueryConfig[] = [];
  const headline = headlineOf(after);
  if (before === null || JSON.stringify(headlineOf(before)) !== JSON.stringify(headline)) {
    statements.push(headlineStatement(log, headline));
  }
  if (!sameEntries(before?.members, after.members)) statements.push(...memberStatements(log, after));
  const gone = before === null ? [] : lostVotes(before, after);
  if (gone.length > 0) {
    const text = 'DELETE FROM ballot WHERE log = $1 AND stakeholder = ANY ($2)';
    statements.push({ text, values: [log, gone] });
  }
  return statements;
}

function lostVotes(before: NegotiationState, after: NegotiationState): string[] {
  if (before.votes === after.votes) return [];
  return Object.keys(before.votes).filter((id) => !Object.hasOwn(after.votes, id));
}

function headlineStatement(log: string, headline: Headline): QueryConfig {
  const { title, mode, phase, round, deadline, public: isPublic } = headline;
  return {
    text: `INSERT INTO negotiation (log, title, mode, phase, round, deadline, public) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (log) DO UPDATE SET title = $2, mode = $3, phase = $4, round = $5, deadline = $6, public = $7`,
    values: [log, title, mode, phase, round, deadline, isPublic],
  };
}

function memberStatements(log: string, { members }: NegotiationState): QueryConfig[] {
  return [
    { text: 'DELETE FROM membership WHERE log = $1', values: [log] },
    {
      text: `INSERT INTO membership (log, pseudonym, role, stakeholder)
             SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])`,
      values: [
        log,
        members.map((m) => m.pseudonym),
        members.map((m) => m.role),
        members.map((m) => m.stakeholder ?? ''),
      ],
    },
  ];
}
