import { type Check, type Faults, isObject, member } from './check';
import { boolean, instant, number, reference } from './check-scalars';
import { scoreEntry } from './check-score';
import { also, dictionary, object, optional, required } from './check-shapes';
import type { BallotBody, FileBallot } from './model';
import { decimalOf, NumberText } from './number-text';
import { showValue } from './show';

/** What a ballot may refer to. */
export interface BallotFrame {
  /** Guarantees that each profile relies on, by the profile's id. */
  readonly profiles: ReadonlyMap<string, { has(guarantee: string): boolean }>;
  /** Ids of the criteria. */
  readonly criteria: { has(id: string): boolean };
}

const WHOLES = ['scores', 'criteria', 'abstain'] as const;

/** What a ballot says (negotiation-file.md): exactly one of scores, criteria and abstain. */
export function ballotBody(frame: BallotFrame): Check<BallotBody> {
  const check = object(bodyShape(frame));
  return (value, faults) => {
    const exclusive = oneWhole(value, faults);
    const checked = guarded(frame, value, check, faults);
    return checked && exclusive ? bodyOf(checked) : undefined;
  };
}

/** A ballot of the file: what it says, whose it is and when it was cast. */
export function fileBallot(
  frame: BallotFrame,
  stakeholders: { has(id: string): boolean },
): Check<FileBallot> {
  const check = object({
    stakeholder: required(reference(stakeholders, 'stakeholder')),
    at: required(instant),
    ...bodyShape(frame),
  });
  return (value, faults) => {
    const exclusive = oneWhole(value, faults);
    const checked = guarded(frame, value, check, faults);
    const body = checked && exclusive ? bodyOf(checked) : undefined;
    return checked && body && { stakeholder: checked.stakeholder, at: checked.at, ...body };
  };
}

function bodyShape(frame: BallotFrame) {
  const profile = reference(frame.profiles, 'profile');
  const criterion = reference(frame.criteria, 'criterion');
  const weights = also(dictionary(criterion, number(0, 1000, 0)), (made, faults) => {
    const positive = Object.values(made).some((weight) => weight > 0);
    return positive || (faults.add('no criterion weighs more than 0') ?? false);
  });
  return {
    provisional: optional(boolean),
    scores: optional(dictionary(profile, scoreEntry)),
    criteria: optional(
      object({
        weights: required(weights),
        scores: required(dictionary(profile, dictionary(criterion, scoreEntry))),
      }),
    ),
    without: optional(dictionary(profile, dictionary(anyKey, scoreEntry))),
    abstain: optional(isTrue),
  };
}

/** Which guarantees may stand here hangs on the profile: `withoutFits` looks. */
const anyKey: Check<string> = (value) => String(value);

const isTrue: Check<true> = (value, faults) =>
  value === true
    ? true
    : faults.add(`${showValue(value)} is not true; a ballot that does not abstain leaves it out`);

interface Body {
  readonly provisional?: boolean;
  readonly scores?: Extract<BallotBody, { scores: unknown }>['scores'];
  readonly criteria?: Extract<BallotBody, { criteria: unknown }>['criteria'];
  readonly without?: Extract<BallotBody, { scores: unknown }>['without'];
  readonly abstain?: true;
}

function bodyOf({ provisional, scores, criteria, without, abstain }: Body): BallotBody | undefined {
  const rest = { ...(without && { without }), ...(provisional !== undefined && { provisional }) };
  if (scores) return { scores, ...rest };
  if (criteria) return { criteria, ...rest };
  return abstain && { abstain, ...(provisional !== undefined && { provisional }) };
}

function oneWhole(value: unknown, faults: Faults): boolean {
  if (!isObject(value)) return false;
  const given = WHOLES.filter((key) => Object.hasOwn(value, key));
  if (given.length === 0) return faults.add('has none of scores, criteria, abstain') ?? false;
  if (given.length > 1) return faults.add(`has ${given.join(' and ')}; exactly one is wanted`) ?? false;
  if (given[0] !== 'abstain' || !Object.hasOwn(value, 'without')) return true;
  return faults.add('an abstention has no scores without a guarantee', 'without') ?? false;
}

/** The object's own check, then what binds its parts to each other. */
function guarded<T>(frame: BallotFrame, value: unknown, check: Check<T>, faults: Faults): T | undefined {
  const checked = check(value, faults);
  const weighed = everyWeighedCriterion(value, faults);
  const covered = withoutFits(frame, value, faults);
  return weighed && covered ? checked : undefined;
}

/** A covered profile has a score for each criterion of positive weight (aggregation.md §1). */
function everyWeighedCriterion(value: unknown, faults: Faults): boolean {
  const criteria = member(value, 'criteria');
  const weights = member(criteria, 'weights');
  const scores = member(criteria, 'scores');
  if (!isObject(weights) || !isObject(scores)) return true;
  let sound = true;
  for (const [profile, byCriterion] of Object.entries(scores)) {
    if (!isObject(byCriterion)) continue;
    for (const [criterion, weight] of Object.entries(weights)) {
      if (!isPositive(weight) || Object.hasOwn(byCriterion, criterion)) continue;
      const message = `leaves out the criterion ${showValue(criterion)}, which weighs ${showValue(weight)}`;
      sound = faults.add(message, 'criteria', 'scores', profile) ?? false;
    }
  }
  return sound;
}

function isPositive(weight: unknown): boolean {
  if (typeof weight !== 'number' && !(weight instanceof NumberText)) return false;
  const decimal = decimalOf(weight);
  return decimal !== null && !decimal.negative && decimal.digits !== '';
}

/** `without` scores stand only for profiles that the ballot covers and guarantees that they rely on (§7). */
function withoutFits(frame: BallotFrame, value: unknown, faults: Faults): boolean {
  const without = member(value, 'without');
  if (!isObject(without) || member(value, 'abstain') !== undefined) return true;
  const covered = member(value, 'scores') ?? member(member(value, 'criteria'), 'scores');
  let sound = true;
  for (const [profile, byGuarantee] of Object.entries(without)) {
    const relied = frame.profiles.get(profile);
    if (relied === undefined) continue;
    if (member(covered, profile) === undefined) {
      sound = faults.add('the ballot does not cover this profile', 'without', profile) ?? false;
    }
    for (const guarantee of isObject(byGuarantee) ? Object.keys(byGuarantee) : []) {
      if (relied.has(guarantee)) continue;
      const message = `the profile does not rely on ${showValue(guarantee)}`;
      sound = faults.add(message, 'without', profile, guarantee) ?? false;
    }
  }
  return sound;
}
