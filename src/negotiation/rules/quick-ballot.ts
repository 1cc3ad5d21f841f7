import { isObject, member } from '../file/check';
import type { NegotiationState } from '../state';

/**
 * A quick yes to the question whether a ballot fits the negotiation: nearly all do, and who reads a history of a million
 * of them needs neither a copy of each nor an account of its faults. `false` says only that it has to be found out
 * (`readBallot`), as it has to be for abstentions and for scores without a guarantee, which are rare.
 */
export function fitsAtOnce(state: NegotiationState, ballot: unknown): boolean {
  if (!isObject(ballot)) return false;
  const scores = member(ballot, 'scores');
  const weighted = member(ballot, 'criteria');
  const provisional = member(ballot, 'provisional');
  const keys = [scores, weighted, provisional].filter((part) => part !== undefined).length;
  if (Object.keys(ballot).length !== keys || (scores === undefined) === (weighted === undefined))
    return false;
  if (provisional !== undefined && typeof provisional !== 'boolean') return false;
  const profiles = new Set<string>();
  for (const { profile, status } of state.profiles) if (status === 'admitted') profiles.add(profile.id);
  return scores === undefined ? isWeighted(state, weighted, profiles) : allScored(scores, profiles);
}

function isWeighted(state: NegotiationState, weighted: unknown, profiles: ReadonlySet<string>): boolean {
  const criteria = new Set(state.criteria.map(({ id }) => id));
  const scores = member(weighted, 'scores');
  const weighed = weighedOf(member(weighted, 'weights'), criteria);
  if (weighed === null || !isObject(weighted) || Object.keys(weighted).length !== 2) return false;
  return everyMember(scores, profiles, (byCriterion) => {
    if (!allScored(byCriterion, criteria)) return false;
    return weighed.every((criterion) => member(byCriterion, criterion) !== undefined);
  });
}

/** The criteria that weigh; `null` where the weights are not all sound, or none is above 0. */
function weighedOf(weights: unknown, criteria: ReadonlySet<string>): readonly string[] | null {
  if (!isObject(weights) || !everyMember(weights, criteria, isWeight)) return null;
  const weighed = Object.keys(weights).filter((criterion) => weights[criterion] !== 0);
  return weighed.length > 0 ? weighed : null;
}

function allScored(scores: unknown, known: ReadonlySet<string>): boolean {
  return everyMember(scores, known, isScore);
}

function everyMember(
  table: unknown,
  known: ReadonlySet<string>,
  sound: (value: unknown) => boolean,
): boolean {
  if (!isObject(table)) return false;
  for (const id of Object.keys(table)) if (!known.has(id) || !sound(table[id])) return false;
  return true;
}

function isWeight(value: unknown): boolean {
  return Number.isSafeInteger(value) && isWithin(value, 1000);
}

function isScore(entry: unknown): boolean {
  if (!Array.isArray(entry)) return isPoints(entry);
  const [low, best, high] = entry;
  return (
    entry.length === 3 && isPoints(low) && isPoints(best) && isPoints(high) && low <= best && best <= high
  );
}

/** Points in hundredths (aggregation.md §1): a double is the nearest to such a decimal exactly when it survives this. */
function isPoints(value: unknown): boolean {
  return isWithin(value, 100) && Math.round(value * 100) / 100 === value;
}

/** From 0, which is not −0. */
function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most && !Object.is(value, -0);
}
