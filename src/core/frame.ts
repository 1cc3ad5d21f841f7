import type { Negotiation, Profile, Stakeholder } from './model';
import { type CompiledRule, compileRule, type Electorate, electorate, withNeeds } from './rule';

/** What stays the same while ballots come in: who there is, and what each profile takes (§2). */
export interface Frame {
  readonly stakeholders: readonly Stakeholder[];
  readonly profiles: readonly Profile[];
  readonly dimensions: readonly string[];
  /** The index of the default profile. */
  readonly default: number;
  readonly electorate: Electorate;
  /** A. */
  readonly rule: CompiledRule;
  /** A_x by profile. */
  readonly rules: readonly CompiledRule[];
}

export function frame(negotiation: Negotiation): Frame {
  const { stakeholders, profiles, dimensions } = negotiation;
  const among = electorate(stakeholders, dimensions.length);
  const rule = compileRule(negotiation.rule, among);
  return {
    stakeholders,
    profiles,
    dimensions,
    default: profiles.findIndex(({ isDefault }) => isDefault),
    electorate: among,
    rule,
    rules: profiles.map(({ needs }) => withNeeds(rule, needs, among)),
  };
}
