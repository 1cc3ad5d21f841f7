import { type ProfileResult, VERDICTS } from '@/core/model';
import { compare, fractionOf } from './exact-text';

/** By verdict, then by critical gain however the uncertainty turns out, the larger first; equals stay in their order. */
export function bestFirst(profiles: readonly ProfileResult[]): readonly ProfileResult[] {
  return [...profiles].sort((a, b) => verdictRank(a) - verdictRank(b) || byCriticalGain(a, b));
}

/** Profiles to be named: in their order, or the best first where there are more than `most` and some go unnamed. */
export function forNaming(profiles: readonly ProfileResult[], most: number): readonly ProfileResult[] {
  return profiles.length <= most ? profiles : bestFirst(profiles);
}

/** 0 for what clears; the default last. */
export const verdictRank = ({ verdict }: ProfileResult): number =>
  verdict === 'default' ? VERDICTS.length : VERDICTS.indexOf(verdict);

/** The larger critical gain under `necessary` first; what has none last. */
export function byCriticalGain(a: ProfileResult, b: ProfileResult): number {
  const [mine, theirs] = [a.criticalGain?.necessary ?? null, b.criticalGain?.necessary ?? null];
  if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null);
  return compare(fractionOf(theirs), fractionOf(mine));
}
