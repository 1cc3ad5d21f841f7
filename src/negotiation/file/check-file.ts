import { CATALOGUE_FORMS } from '../threats';
import { type Check, type Faults, member } from './check';
import { adequacyRule } from './check-adequacy';
import { fileBallot } from './check-ballot';
import { profiles } from './check-profile';
import { boolean, distinct, id, number, reference, text, threatId } from './check-scalars';
import { also, dictionary, list, object, oneOf, optional, required } from './check-shapes';
import {
  acknowledgements,
  acuteRiskAssessments,
  moves,
  pledges,
  threatAssessments,
} from './check-statements';
import { type Frame, frameOf } from './frame';
import { type FileBallot, GUARANTEE_KINDS, type NegotiationFile, STAKEHOLDER_KINDS } from './model';
import { showValue } from './show';

const MOST_WEIGHT = 1_000_000_000;
const MOST_STAKEHOLDERS = 1_000_000;

/** A whole negotiation (negotiation-file.md, with the bounds of aggregation.md §1, §2, §5 to §7). */
export const negotiationFile = negotiationWith(ballots);

/** The same with another check of its list of ballots. */
export function negotiationWith(
  ballotsOf: (frame: Frame) => Check<readonly FileBallot[]>,
): Check<NegotiationFile> {
  return (value, faults) => {
    const frame = frameOf(value);
    return document(frame, ballotsOf(frame))(value, faults);
  };
}

function document(frame: Frame, ballotsCheck: Check<readonly FileBallot[]>): Check<NegotiationFile> {
  const dimension = reference(frame.dimensions, 'dimension');
  return object({
    format: required(oneOf(['parley-negotiation/1'])),
    title: required(text),
    description: optional(text),
    dimensions: optional(labelled('dimensions', 8)),
    rule: required(adequacyRule(frame)),
    stakeholders: required(
      identified(
        object({
          id: required(id),
          name: required(text),
          kind: required(oneOf(STAKEHOLDER_KINDS)),
          weights: optional(dictionary(dimension, number(0, MOST_WEIGHT, 0))),
        }),
        { least: 1, most: MOST_STAKEHOLDERS, of: 'stakeholders' },
      ),
    ),
    threats: optional(
      identified(object({ id: required(ownThreat), title: required(text) }), { of: 'threats' }),
    ),
    guarantees: optional(
      identified(
        object({
          id: required(id),
          title: required(text),
          kind: required(oneOf(GUARANTEE_KINDS)),
          holds: required(oneOf(['training', 'instance'])),
          delivered: optional(boolean),
          threats: optional(
            also(
              list(() => reference(frame.threats, 'threat'), { of: 'threats' }),
              distinct,
            ),
          ),
        }),
        { most: 64, of: 'guarantees' },
      ),
    ),
    profiles: required(distinctIds(profiles(frame), 'profiles')),
    criteria: optional(labelled('criteria', 16)),
    briefings: optional(
      identified(object({ id: required(id), title: required(text), required: optional(boolean) }), {
        of: 'briefings',
      }),
    ),
    acknowledgements: optional(acknowledgements(frame)),
    ballots: optional(ballotsCheck),
    threatAssessments: optional(threatAssessments(frame)),
    acuteRiskAssessments: optional(acuteRiskAssessments(frame)),
    pledges: optional(pledges(frame)),
    moves: optional(moves(frame)),
  });
}

/** The ballots of a document with this frame. */
export function ballots(frame: Frame): Check<readonly FileBallot[]> {
  const check = fileBallot(frame, frame.stakeholders);
  return list(() => check, { of: 'ballots' });
}

const ownThreat: Check<string> = (value, faults) => {
  const checked = threatId(value, faults);
  if (checked === undefined || !CATALOGUE_FORMS.includes(checked)) return checked;
  return faults.add(`${showValue(checked)} is one of the catalogue's`);
};

function labelled(of: string, most: number) {
  return identified(object({ id: required(id), label: required(text) }), { most, of });
}

function identified<T>(
  check: Check<T>,
  bounds: { least?: number; most?: number; of: string },
): Check<readonly T[]> {
  return distinctIds(
    list(() => check, bounds),
    bounds.of,
  );
}

/** No two entries have one id. */
function distinctIds<T>(check: Check<readonly T[]>, of: string): Check<readonly T[]> {
  return (value, faults) => {
    const checked = check(value, faults);
    return Array.isArray(value) && noIdTwice(value, of, faults) ? checked : undefined;
  };
}

function noIdTwice(entries: readonly unknown[], of: string, faults: Faults): boolean {
  const first = new Map<string, number>();
  let sound = true;
  for (const [index, entry] of entries.entries()) {
    const own = member(entry, 'id');
    if (typeof own !== 'string') continue;
    const before = first.get(own);
    if (before === undefined) first.set(own, index);
    else sound = faults.add(`${showValue(own)} is the id of ${of}[${before}] already`, index, 'id') ?? false;
  }
  return sound;
}
