import { createAggregator } from './aggregator';
import type { AggregateOptions, AggregationResult, Negotiation } from './model';
import type { Counting } from './tally/tally-counter';

/**
 * Everything that aggregation.md computes of a negotiation, as plain JSON in the form of negotiation-file.md "The
 * result". Pure and deterministic (§8): the same negotiation gives the same bytes.
 *
 * @param counting who counts the tallies, threads for one
 */
export function aggregate(
  negotiation: Negotiation,
  options: AggregateOptions,
  counting?: Counting,
): AggregationResult {
  return createAggregator(negotiation, counting).result(options);
}
