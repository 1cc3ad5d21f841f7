import type { Ballot, Basis, Negotiation } from './model';

/**
 * The instant from which a stakeholder's ballots are informed (§1): when it had first acknowledged every
 * required briefing; `null` while one is missing, and '' (before every instant) where none is required.
 */
export function informedSince(
  negotiation: Pick<Negotiation, 'stakeholders' | 'briefings' | 'acknowledgements'>,
): (string | null)[] {
  const required = negotiation.briefings.flatMap(({ required }, briefing) => (required ? [briefing] : []));
  const first = negotiation.stakeholders.map(() => new Map<number, string>());
  for (const { stakeholder, briefing, at } of negotiation.acknowledgements) {
    const earliest = first[stakeholder]!.get(briefing);
    if (earliest === undefined || at < earliest) first[stakeholder]!.set(briefing, at);
  }
  return first.map((acknowledged) => {
    let since = '';
    for (const briefing of required) {
      const at = acknowledged.get(briefing);
      if (at === undefined) return null;
      if (at > since) since = at;
    }
    return since;
  });
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
  const since = basis === 'stated' ? negotiation.stakeholders.map(() => '') : informedSince(negotiation);
  const counted: (Ballot | null)[] = negotiation.stakeholders.map(() => null);
  for (const ballot of negotiation.ballots) {
    const i = ballot.stakeholder;
    const from = since[i] ?? null;
    if (from === null || ballot.at < from) continue;
    const latest = counted[i] ?? null;
    if (latest === null || ballot.at >= latest.at) counted[i] = ballot;
  }
  return counted;
}
