import type { ThreatChange } from '@/negotiation/threat-view';
import type { ByCell } from './agreement';
import { type CellKey, cellKey, type Said, saying } from './cell';

/** Many cells at once. Each gives what is to be written; the cells of which it says nothing stay as they are. */

export interface FillFrame {
  readonly profiles: readonly string[];
  readonly threats: readonly string[];
}

export interface Filling {
  /** What stands in the reader's own cells, written or recorded. */
  readonly mine: (key: CellKey) => Said | undefined;
  /** Whether cells that say something already are written over. */
  readonly over: boolean;
}

/** One change for a threat in every profile. */
export function fillRow(frame: FillFrame, threat: string, change: ThreatChange, filling: Filling) {
  return filled(
    frame.profiles.map((profile) => [cellKey(profile, threat), change]),
    filling,
  );
}

/** One change for every threat of a profile. */
export function fillColumn(frame: FillFrame, profile: string, change: ThreatChange, filling: Filling) {
  return filled(
    frame.threats.map((threat) => [cellKey(profile, threat), change]),
    filling,
  );
}

/** What another stakeholder says of these profiles and threats, as one's own. Reasons stay whose they are. */
export function fillAs(frame: FillFrame, stakeholder: string, said: ByCell, filling: Filling) {
  return filled(
    frame.profiles.flatMap((profile) =>
      frame.threats.flatMap((threat): [CellKey, ThreatChange][] => {
        const key = cellKey(profile, threat);
        const theirs = said.get(key)?.find((each) => each.stakeholder === stakeholder);
        return theirs === undefined ? [] : [[key, theirs.change]];
      }),
    ),
    filling,
  );
}

function filled(
  entries: readonly (readonly [CellKey, ThreatChange])[],
  { mine, over }: Filling,
): ReadonlyMap<CellKey, Said> {
  return new Map(
    entries.flatMap(([key, change]): [CellKey, Said][] => {
      const before = mine(key);
      if (before !== undefined && !over) return [];
      return [[key, saying(change, before)]];
    }),
  );
}
