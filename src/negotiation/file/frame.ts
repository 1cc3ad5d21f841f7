import { CATALOGUE_FORMS } from '../threats';
import { elements, isObject, member } from './check';
import { isId, isThreatId } from './check-scalars';
import { decimalOf, NumberText } from './number-text';

/**
 * The ids that the parts of a document may refer to, gathered before anything is checked, so that a reference
 * can be judged wherever the document's order puts it. Lenient: what is no id is left for the checks to refuse.
 */
export interface Frame {
  readonly dimensions: ReadonlySet<string>;
  readonly stakeholders: ReadonlySet<string>;
  /** Guarantees that each profile relies on, by the profile's id. */
  readonly profiles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly guarantees: ReadonlySet<string>;
  readonly criteria: ReadonlySet<string>;
  readonly briefings: ReadonlySet<string>;
  /** Of the catalogue and of the file. */
  readonly threats: ReadonlySet<string>;
  /** The first profile marked as the default. */
  readonly defaultProfile: string | null;
  /** Dimensions in which somebody holds something. */
  readonly weighing: ReadonlySet<string>;
  /** False where some weight is no number, so that totals cannot be judged. */
  readonly weightsKnown: boolean;
}

export function frameOf(document: unknown): Frame {
  const ids = (key: string) =>
    new Set(
      elements(member(document, key))
        .map((entry) => member(entry, 'id'))
        .filter(isId),
    );
  const profiles = new Map<string, ReadonlySet<string>>();
  let defaultProfile: string | null = null;
  for (const entry of elements(member(document, 'profiles'))) {
    const id = member(entry, 'id');
    if (!isId(id)) continue;
    if (!profiles.has(id)) profiles.set(id, new Set(elements(member(entry, 'relies')).filter(isId)));
    if (defaultProfile === null && member(entry, 'default') === true) defaultProfile = id;
  }
  const own = elements(member(document, 'threats')).map((entry) => member(entry, 'id'));
  return {
    dimensions: ids('dimensions'),
    stakeholders: ids('stakeholders'),
    profiles,
    guarantees: ids('guarantees'),
    criteria: ids('criteria'),
    briefings: ids('briefings'),
    threats: new Set([...CATALOGUE_FORMS, ...own.filter(isThreatId)]),
    defaultProfile,
    ...weightsOf(document),
  };
}

function weightsOf(document: unknown): Pick<Frame, 'weighing' | 'weightsKnown'> {
  const weighing = new Set<string>();
  let weightsKnown = Array.isArray(member(document, 'stakeholders'));
  for (const entry of elements(member(document, 'stakeholders'))) {
    const weights = member(entry, 'weights');
    if (weights === undefined) continue;
    if (!isObject(weights)) {
      weightsKnown = false;
      continue;
    }
    for (const [dimension, weight] of Object.entries(weights)) {
      const decimal = typeof weight === 'number' || weight instanceof NumberText ? decimalOf(weight) : null;
      if (decimal === null) weightsKnown = false;
      else if (!decimal.negative && decimal.digits !== '') weighing.add(dimension);
    }
  }
  return { weighing, weightsKnown };
}
