import type { Ballot, Basis, Negotiation } from './model';

type Acknowledgement = Negotiation['acknowledgements'][number];

/** The briefings that somebody must have acknowledged before a ballot of theirs is informed. */
export function requiredBriefings({ briefings }: Pick<Negotiation, 'briefings'>): number[] {
  return briefings.flatMap(({ required }, briefing) => (required ? [briefing] : []));
}

/**
 * The instant from which a stakeholder's ballots are informed (§1), given its own acknowledgements: when it had
 * first acknowledged every required briefing; `null` while one is missing, and '' (before every instant) where none
 * is required.
 */
export function informedSince(required: readonly number[], own: readonly Acknowledgement[]): string | null {
  let since = '';
  for (const briefing of required) {
    const first = own.reduce<string | null>(
      (earliest, { briefing: about, at }) =>
        about === briefing && (earliest === null || at < earliest) ? at : earliest,
      null,
    );
    if (first === null) return null;
    if (first > since) since = first;
  }
  return since;
}

/** What each stakeholder did, in the order of the list. */
export function byStakeholder<T extends { readonly stakeholder: number }>(
  stakeholders: number,
  all: readonly T[],
): T[][] {
  const own: T[][] = Array.from({ length: stakeholders }, () => []);
  for (const each of all) own[each.stakeholder]!.push(each);
  return own;
}

/** The newest of one stakeholder's ballots, of two at one instant the later in the list. */
export function newest(ballots: readonly Ballot[], since: string | null): Ballot | null {
  if (since === null) return null;
  return ballots.reduce<Ballot | null>(
    (latest, ballot) => (ballot.at >= since && (latest === null || ballot.at >= latest.at) ? ballot : latest),
    null,
  );
}

/** The ballot of each stakeholder that counts on the basis (§1), an abstention too; `null` where there is none. */
export function countedBallots(negotiation: Negotiation, basis: Basis): (Ballot | null)[] {
  const n = negotiation.stakeholders.length;
  const required = basis === 'stated' ? [] : requiredBriefings(negotiation);
  const acknowledged = byStakeholder(n, negotiation.acknowledgements);
  return byStakeholder(n, negotiation.ballots).map((cast, i) =>
    newest(cast, informedSince(required, acknowledged[i]!)),
  );
}
