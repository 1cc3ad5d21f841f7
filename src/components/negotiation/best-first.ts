import { type ProfileResult, VERDICTS } from '@/core/model';
import { compare, fractionOf } from '@/negotiation/explain/exact-text';

/** By verdict, then by critical gain however the uncertainty turns out, the larger first; equals stay in their order. */
export function bestFirst(profiles: readonly ProfileResult[]): readonly ProfileResult[] {
  return [...profiles].sort((a, b) => rank(a) - rank(b) || compareGains(a, b));
}

const rank = ({ verdict }: ProfileResult): number =>
  verdict === 'default' ? VERDICTS.length : VERDICTS.indexOf(verdict);

function compareGains(a: ProfileResult, b: ProfileResult): number {
  const [mine, theirs] = [a.criticalGain?.necessary ?? null, b.criticalGain?.necessary ?? null];
  if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null);
  return compare(fractionOf(theirs), fractionOf(mine));
}
