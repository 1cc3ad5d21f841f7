import { satisfiedBy } from './adequacy';
import { type Check, type Faults, isObject, member } from './check';
import { ruleTree } from './check-rule';
import { boolean, distinct, id, reference, text } from './check-scalars';
import { also, dictionary, list, object, optional, required } from './check-shapes';
import type { Frame } from './frame';
import type { FileProfile } from './model';
import { showValue } from './show';

/** The profiles of a negotiation (aggregation.md §1): 2 to 64, exactly one of them the default. */
export function profiles(frame: Frame): Check<readonly FileProfile[]> {
  const check = list(() => profile(frame), { least: 2, most: 64, of: 'profiles' });
  return (value, faults) => {
    const checked = check(value, faults);
    const one = oneDefault(value, faults);
    return one ? checked : undefined;
  };
}

function profile(frame: Frame): Check<FileProfile> {
  const stakeholder = reference(frame.stakeholders, 'stakeholder');
  const check = object({
    id: required(id),
    title: required(text),
    default: optional(boolean),
    summary: optional(text),
    amends: optional(reference(frame.profiles, 'profile')),
    adoptable: optional(boolean),
    relies: optional(
      also(
        list(() => reference(frame.guarantees, 'guarantee'), { of: 'guarantees' }),
        distinct,
      ),
    ),
    needs: optional(ruleTree(frame)),
    strategies: optional(dictionary(stakeholder, text)),
  });
  return (value, faults) => {
    const checked = check(value, faults);
    const fits = defaultIsBare(value, faults);
    return checked && fits && isOwnKind(checked, frame, faults) ? checked : undefined;
  };
}

/** What one profile says against itself. */
function isOwnKind(profile: FileProfile, frame: Frame, faults: Faults): boolean {
  let sound = true;
  if (profile.amends === profile.id) sound = faults.add('a profile cannot amend itself', 'amends') ?? false;
  const { needs } = profile;
  if (
    needs &&
    frame.weightsKnown &&
    !satisfiedBy('everyone', needs, { weighs: (d) => frame.weighing.has(d) })
  ) {
    sound = faults.add('not even everyone together satisfies these needs', 'needs') ?? false;
  }
  return sound;
}

/** The default relies on no guarantee, has no needs and is adoptable. */
function defaultIsBare(value: unknown, faults: Faults): boolean {
  if (member(value, 'default') !== true) return true;
  let sound = true;
  const relies = member(value, 'relies');
  if (Array.isArray(relies) && relies.length > 0) {
    sound = faults.add('the default relies on no guarantee', 'relies') ?? false;
  }
  if (isObject(value) && Object.hasOwn(value, 'needs'))
    sound = faults.add('the default has no needs', 'needs') ?? false;
  if (member(value, 'adoptable') === false)
    sound = faults.add('the default is always adoptable', 'adoptable') ?? false;
  return sound;
}

function oneDefault(value: unknown, faults: Faults): boolean {
  if (!Array.isArray(value)) return false;
  const defaults = value.flatMap((entry, index) => (member(entry, 'default') === true ? [index] : []));
  const [first, ...others] = defaults;
  if (first === undefined) return faults.add('none of them is the default; exactly one is') ?? false;
  for (const other of others)
    faults.add(
      `profiles[${first}] (${showValue(member(value[first], 'id'))}) is the default already`,
      other,
      'default',
    );
  return others.length === 0;
}
