import { type ProfileResult, STANCES } from '@/core/model';
import { LEVEL } from '@/core/stance';
import type { Level } from './segments';

/** By stakeholder, under how many stances it gains from the profile; `null` where nobody is told, and for the default. */
export function levelsOf(
  { coalition }: Pick<ProfileResult, 'coalition'>,
  stakeholders: readonly string[],
): readonly Level[] | null {
  if (coalition === null) return null;
  const index = new Map(stakeholders.map((id, i) => [id, i]));
  const levels = stakeholders.map((): Level => 0);
  // From the widest coalition to the narrowest, each within the one before (aggregation.md §3).
  for (const stance of [...STANCES].reverse()) {
    const members = coalition[stance];
    if (typeof members === 'number') return null;
    for (const id of members) {
      const i = index.get(id);
      if (i !== undefined) levels[i] = LEVEL_OF[LEVEL[stance]] ?? 0;
    }
  }
  return levels;
}

const LEVEL_OF: readonly Level[] = [0, 1, 2, 3];
