import { aids } from './aids';
import type { Frame } from './frame';
import { KeptAnswers } from './incremental/kept-answers';
import { leverage } from './leverage';
import type { AggregateOptions, AggregationResult, ByStance, Negotiation, PairRow, Stance } from './model';
import { power } from './power/power';
import { type Listing, profileResult } from './profile-result';
import type { Scores } from './scores';
import { type StabilityVerdict, stability } from './stability';
import { byStance } from './stance';
import { type Standing, standing } from './standing';
import type { PairTallies } from './tally/pair-tallies';

/** Above so many stakeholders lists of ids are written as their length (negotiation-file.md "The result"). */
const LISTED = 10_000;

/**
 * The whole result (aggregation.md §4 to §7), keys in the order of negotiation-file.md's example.
 *
 * @param kept answers of an earlier result with the same options, as far as they still hold; takes in those of this one.
 */
export function result(
  negotiation: Negotiation,
  frame: Frame,
  basis: { readonly scores: Scores; readonly tallies: PairTallies },
  informed: Scores,
  options: AggregateOptions,
  kept: KeptAnswers = new KeptAnswers(),
): AggregationResult {
  const { stakeholders, profiles } = frame;
  const { scores } = basis;
  const now = standing(frame, scores, basis.tallies);
  const ids = options.members === true || stakeholders.length <= LISTED;
  const list: Listing = (members) =>
    ids ? members.map((member) => stakeholders[member]!.id) : members.length;
  const among = (is: (i: number) => boolean) => list(stakeholders.flatMap((_, i) => (is(i) ? [i] : [])));
  const stable: readonly ByStance<StabilityVerdict>[] = stability(negotiation, {
    strictly: (i, x, y, stance) => scores.strictly(i, x, y, stance),
    weakly: (i, x, y, stance) => scores.weakly(i, x, y, stance),
  });
  return {
    format: 'parley-aggregation/1',
    basis: options.basis,
    silent: among((i) => scores.silent[i] === 1),
    provisional: among((i) => scores.provisional[i] === 1),
    pairs: byStance((stance) => pairRows(now, stance)),
    profiles: profiles.map((_, x) =>
      profileResult(
        negotiation,
        now,
        informed,
        stable[x]!,
        { list, searches: options.searches !== false, kept },
        x,
      ),
    ),
    aids: byStance((stance) => aids(now, stance)),
    leverage: leverage(now, negotiation.guarantees),
    ...(options.power === true ? { power: power(negotiation.rule, stakeholders) } : {}),
  };
}

function pairRows({ frame, tallies, adequate }: Standing, stance: Stance): PairRow[] {
  const rows: PairRow[] = [];
  frame.profiles.forEach((over, x) => {
    frame.profiles.forEach((under, y) => {
      if (x === y) return;
      rows.push({
        over: over.id,
        under: under.id,
        members: tallies.members(x, y, stance),
        weights: Object.fromEntries(
          frame.dimensions.map((dimension, d) => [dimension, tallies.weight(x, y, stance, d)]),
        ),
        adequate: adequate(x, y, stance),
      });
    });
  });
  return rows;
}
