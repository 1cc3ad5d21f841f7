import { createAggregator } from '@/core/aggregator';
import { BASES, type Basis, type Verdict } from '@/core/model';
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';

export interface VerdictChange {
  readonly basis: Basis;
  readonly profile: string;
  readonly from: Verdict | 'default';
  readonly to: Verdict | 'default';
}

/**
 * Which verdicts a ballot would change if it were cast at `at`: the standing of the file as the reader sees it, with
 * and without it, by the core that the server uses. Heavy: two whole results per basis.
 */
export function verdictChanges(
  file: NegotiationFile,
  stakeholder: string,
  body: BallotBody,
  at: string,
): readonly VerdictChange[] {
  // An event is never before its predecessor (ledger.md §1), so neither is the ballot before what is in the file,
  // whatever this computer's clock says.
  const latest = [...(file.ballots ?? []), ...(file.acknowledgements ?? [])].reduce(
    (last, event) => (event.at > last ? event.at : last),
    at,
  );
  const cast: NegotiationFile = {
    ...file,
    ballots: [...(file.ballots ?? []), { ...body, stakeholder, at: latest }],
  };
  const before = createAggregator(toNegotiation(file));
  const after = createAggregator(toNegotiation(cast));
  return BASES.flatMap((basis) => {
    const now = new Map(before.result({ basis }).profiles.map(({ id, verdict }) => [id, verdict]));
    return after.result({ basis }).profiles.flatMap(({ id, verdict }) => {
      const from = now.get(id) ?? verdict;
      return from === verdict ? [] : [{ basis, profile: id, from, to: verdict }];
    });
  });
}
