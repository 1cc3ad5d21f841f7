import { type Aggregator, createAggregator } from '@/core/aggregator';
import { type AggregationResult, BASES, type Basis, STANCES, type Stance, type Verdict } from '@/core/model';
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';

export interface VerdictChange {
  readonly basis: Basis;
  readonly profile: string;
  readonly from: Verdict | 'default';
  readonly to: Verdict | 'default';
}

/** A coalition C^s(x, d) (aggregation.md §3) that the stakeholder would join or leave. */
export interface CoalitionChange {
  readonly basis: Basis;
  readonly profile: string;
  readonly stance: Stance;
  readonly joins: boolean;
  readonly before: Coalition;
  readonly after: Coalition;
}

export interface Coalition {
  readonly members: number;
  /** By dimension, exact. */
  readonly weights: Readonly<Record<string, number | string>>;
  readonly adequate: boolean;
}

export interface Consequences {
  readonly verdicts: readonly VerdictChange[];
  readonly coalitions: readonly CoalitionChange[];
}

/** What a ballot would change if it were cast at a moment. */
export type Foresee = (body: BallotBody, at: string) => Consequences;

/**
 * What ballots of a stakeholder would change in the standing of the file as the reader sees it, by the core that the
 * server uses. The standing without is computed once; each ballot then costs O(m²) and a result per basis.
 */
export function foreseeing(file: NegotiationFile, stakeholder: string): Foresee {
  const before = resultsOf(createAggregator(toNegotiation(file)));
  const after = createAggregator(toNegotiation(file));
  // An event is never before its predecessor (ledger.md §1), so neither is the ballot before what is in the file,
  // whatever this computer's clock says. Of two at one instant the last that was cast is the newer.
  let latest = [...(file.ballots ?? []), ...(file.acknowledgements ?? [])].reduce(
    (last, event) => (event.at > last ? event.at : last),
    '',
  );
  const base = file.profiles.find((profile) => profile.default === true)?.id ?? '';
  return (body, at) => {
    if (at > latest) latest = at;
    const cast = toNegotiation({ ...file, ballots: [{ ...body, stakeholder, at: latest }] }).ballots[0];
    if (cast !== undefined) after.cast(cast);
    const now = resultsOf(after);
    return {
      verdicts: BASES.flatMap((basis) => verdictChanges(basis, before[basis], now[basis])),
      coalitions: BASES.flatMap((basis) => coalitionChanges(basis, before[basis], now[basis], base)),
    };
  };
}

function resultsOf(aggregator: Aggregator): Readonly<Record<Basis, AggregationResult>> {
  return {
    stated: aggregator.result({ basis: 'stated' }),
    informed: aggregator.result({ basis: 'informed' }),
  };
}

function verdictChanges(
  basis: Basis,
  before: AggregationResult,
  after: AggregationResult,
): readonly VerdictChange[] {
  const now = new Map(before.profiles.map(({ id, verdict }) => [id, verdict]));
  return after.profiles.flatMap(({ id, verdict }) => {
    const from = now.get(id) ?? verdict;
    return from === verdict ? [] : [{ basis, profile: id, from, to: verdict }];
  });
}

/** One ballot differs, so a coalition has one member more or less, or the same ones. */
function coalitionChanges(
  basis: Basis,
  before: AggregationResult,
  after: AggregationResult,
  base: string,
): readonly CoalitionChange[] {
  return STANCES.flatMap((stance) => {
    const was = new Map(
      before.pairs[stance].flatMap((row) => (row.under === base ? [[row.over, row] as const] : [])),
    );
    return after.pairs[stance].flatMap((row) => {
      const from = row.under === base ? was.get(row.over) : undefined;
      if (from === undefined || from.members === row.members) return [];
      const joins = row.members > from.members;
      return [{ basis, profile: row.over, stance, joins, before: from, after: row }];
    });
  });
}
