import type { AggregationResult, ByStance, PairRow, ProfileResult } from '@/core/model';
import { STANCES, VERDICTS } from '@/core/model';
import type { FileProfile } from '@/negotiation/file/model';

export interface Candidate {
  readonly id: string;
  readonly verdict: ProfileResult['verdict'];
  /** Clears, and is in the possible core and possible efficient. */
  readonly foremost: boolean;
  /** Against each other candidate that clears: how many prefer it, and whether they are adequate. */
  readonly against: readonly { readonly id: string; readonly pairs: ByStance<PairRow> }[];
}

/**
 * What can be adopted, in the order of product.md §2: those that clear first, among them those in the possible core
 * and possible efficient; then by verdict; the default last. Where two stand alike the file's order decides.
 */
export function candidatesOf(result: AggregationResult, profiles: readonly FileProfile[]): Candidate[] {
  const adoptable = new Set(profiles.filter((profile) => profile.adoptable !== false).map(({ id }) => id));
  const candidates = result.profiles.filter(({ id }) => adoptable.has(id));
  const clearing = candidates.filter(({ verdict }) => verdict === 'clears').map(({ id }) => id);
  const pairs = new Map(
    STANCES.flatMap((stance) =>
      result.pairs[stance].map((pair) => [`${stance} ${pair.over} ${pair.under}`, pair] as const),
    ),
  );
  return candidates
    .map(({ id, verdict, core, efficient }) => ({
      id,
      verdict,
      foremost: verdict === 'clears' && core.possible && efficient.possible,
      against: !clearing.includes(id)
        ? []
        : clearing.flatMap((other) => {
            const necessary = pairs.get(`necessary ${id} ${other}`);
            const expected = pairs.get(`expected ${id} ${other}`);
            const possible = pairs.get(`possible ${id} ${other}`);
            if (necessary === undefined || expected === undefined || possible === undefined) return [];
            return [{ id: other, pairs: { necessary, expected, possible } }];
          }),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ verdict, foremost }: Pick<Candidate, 'verdict' | 'foremost'>): number {
  if (verdict === 'default') return VERDICTS.length;
  return foremost ? -1 : VERDICTS.indexOf(verdict);
}
