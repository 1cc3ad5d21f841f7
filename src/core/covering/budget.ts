/**
 * The fixed budget of each search (§4 "Gap to the bar"): nodes of a branch and bound, some 100 ns each, or
 * candidates looked at in a bound. Of the searches with 1,000 candidates ten times as many would prove few more. Never of time, so that the same negotiation gives the same answer everywhere (§8).
 */
export const STEPS = 10_000;
