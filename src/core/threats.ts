import { type Negotiation, THREAT_STATUSES, type ThreatStatus, type Triple } from './model';

/** The status of one threat of a profile over all its assessors (§5). */
export function threatStatus(changes: readonly Triple[]): ThreatStatus {
  if (changes.some(([, best]) => best > 0)) return 'worse';
  if (changes.length === 0 || changes.some(([, , high]) => high > 0)) return 'unresolved';
  return changes.every(([, , high]) => high < 0) ? 'safer' : 'no-worse';
}

export interface Threats {
  /** The first of the statuses that any threat has. */
  readonly status: ThreatStatus;
  /** Threat ids by status, in the catalogue's order. */
  readonly forms: { readonly [S in ThreatStatus]: readonly string[] };
}

/** The threats of a profile other than the default (§5). */
export function threats(negotiation: Negotiation, x: number): Threats {
  const changes: Triple[][] = negotiation.threats.map(() => []);
  for (const { profile, threat, change } of negotiation.threatAssessments) {
    if (profile === x) changes[threat]!.push(change);
  }
  const forms: { [S in ThreatStatus]: string[] } = { worse: [], unresolved: [], 'no-worse': [], safer: [] };
  negotiation.threats.forEach((id, threat) => {
    forms[threatStatus(changes[threat]!)].push(id);
  });
  // The catalogue is never empty, so some status has a threat.
  const status = THREAT_STATUSES.find((candidate) => forms[candidate].length > 0) ?? 'unresolved';
  return { status, forms };
}
