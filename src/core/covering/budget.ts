/**
 * The fixed budget of each search, in steps (§4 "Gap to the bar"): candidates looked at and nodes searched. About
 * a millisecond; never of time, so that the same negotiation gives the same answer everywhere (§8).
 */
export const STEPS = 200_000;
