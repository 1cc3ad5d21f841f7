/** A result as CSV: a row per profile, stance and what its support is counted in. */
import { stringify } from 'csv-stringify/sync';
import type { AggregationResult } from '@/core/model';
import { supportRows } from '../../db/standing-rows';

const COLUMNS = [
  'basis',
  'profile',
  'verdict',
  'stance',
  'counted',
  'support',
  'efficient',
  'core',
  'critical_gain',
  'recommended',
] as const;

/** Rationals stand as in the result, `25/2`. No cell begins like a formula: ids begin with a letter or a digit. */
export function standingTable(result: AggregationResult): string {
  const profiles = new Map(result.profiles.map((profile) => [profile.id, profile]));
  const rows = supportRows(result).flatMap(({ profile: id, stance, dimension, weight }) => {
    const profile = profiles.get(id);
    if (profile === undefined) return [];
    return [
      {
        basis: result.basis,
        profile: id,
        verdict: profile.verdict,
        stance,
        counted: dimension === '#members' ? 'members' : dimension,
        support: weight,
        efficient: String(profile.efficient[stance]),
        core: String(profile.core[stance]),
        critical_gain: profile.criticalGain?.[stance] ?? '',
        recommended: String(profile.recommended),
      },
    ];
  });
  return stringify(rows, { header: true, columns: [...COLUMNS] });
}
