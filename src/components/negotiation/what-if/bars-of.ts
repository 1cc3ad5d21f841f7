import type { Stood } from '@/negotiation/what-if/difference';
import { defaultProfileId, supportOf, type Track, tracksOf } from '../tracks';
import type { PairOfBars } from './two-bars';

/** Support of a profile on a track of the rule after, beside what it is on the same track before, if there was one. */
export function barsOf(track: Track, profile: string, before: Stood, after: Stood): PairOfBars {
  const base = defaultProfileId(after.file);
  const old = tracksOf(before.file).find(({ key }) => key === track.key);
  return {
    before: old === undefined ? null : { track: old, support: supportOf(before.result, profile, base, old) },
    after: { track, support: supportOf(after.result, profile, base, track) },
  };
}
