import { createAggregator } from './aggregator';
import type { AggregateOptions, AggregationResult, Negotiation } from './model';

/**
 * Everything that aggregation.md computes of a negotiation, as plain JSON in the form of negotiation-file.md "The
 * result". Pure and deterministic (§8): the same negotiation gives the same bytes.
 */
export function aggregate(negotiation: Negotiation, options: AggregateOptions): AggregationResult {
  return createAggregator(negotiation).result(options);
}
