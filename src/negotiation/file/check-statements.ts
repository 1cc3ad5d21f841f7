import { type Check, type Faults, member } from './check';
import { ruleTree } from './check-rule';
import { instant, reference } from './check-scalars';
import { change, scoreEntry } from './check-score';
import { list, object, optional, required } from './check-shapes';
import type { Frame } from './frame';
import type { NegotiationFile } from './model';
import { showValue } from './show';

/** What stakeholders state beside their ballots: acknowledgements, assessments, pledges; and the moves. */

type Statements<K extends keyof NegotiationFile> = Check<NonNullable<NegotiationFile[K]>>;

/** Several acknowledgements of one briefing are no fault: the first of them counts (negotiation-file.md). */
export function acknowledgements(frame: Frame): Statements<'acknowledgements'> {
  const check = object({
    stakeholder: required(reference(frame.stakeholders, 'stakeholder')),
    briefing: required(reference(frame.briefings, 'briefing')),
    at: required(instant),
  });
  return list(() => check, { of: 'acknowledgements' });
}

export function threatAssessments(frame: Frame): Statements<'threatAssessments'> {
  const check = object({
    ...ofProfile(frame),
    threat: required(reference(frame.threats, 'threat')),
    change: required(change),
  });
  const rated: typeof check = (value, faults) => {
    const checked = check(value, faults);
    if (frame.defaultProfile === null || member(value, 'profile') !== frame.defaultProfile) return checked;
    return faults.add('threats are assessed against the default, not of it', 'profile');
  };
  return onceEach(rated, ['stakeholder', 'profile', 'threat'], 'threatAssessments');
}

export function acuteRiskAssessments(frame: Frame): Statements<'acuteRiskAssessments'> {
  const check = object({ ...ofProfile(frame), ends: required(scoreEntry) });
  return onceEach(check, ['stakeholder', 'profile'], 'acuteRiskAssessments');
}

export function pledges(frame: Frame): Statements<'pledges'> {
  const check = object({ ...ofProfile(frame), if: optional(ruleTree(frame)) });
  return onceEach(check, ['stakeholder', 'profile'], 'pledges');
}

export function moves(frame: Frame): Statements<'moves'> {
  const profile = required(reference(frame.profiles, 'profile'));
  const check = object({ stakeholder: ofProfile(frame).stakeholder, from: profile, to: profile });
  const elsewhere: typeof check = (value, faults) => {
    const checked = check(value, faults);
    if (checked === undefined || checked.from !== checked.to) return checked;
    return faults.add(`a move from ${showValue(checked.from)} to itself`, 'to');
  };
  return onceEach(elsewhere, ['stakeholder', 'from', 'to'], 'moves');
}

function ofProfile(frame: Frame) {
  return {
    stakeholder: required(reference(frame.stakeholders, 'stakeholder')),
    profile: required(reference(frame.profiles, 'profile')),
  };
}

/** A list in which no two entries agree in all of `keys`. */
function onceEach<T>(check: Check<T>, keys: readonly string[], of: string): Check<readonly T[]> {
  return (value, faults) => {
    const first = new Map<string, number>();
    const entry =
      (index: number): Check<T> =>
      (inner, at) => {
        const checked = check(inner, at);
        const parts = keys.map((key) => member(inner, key));
        if (!parts.every((part) => typeof part === 'string')) return checked;
        const before = first.get(parts.join('\n'));
        if (before === undefined) first.set(parts.join('\n'), index);
        return before === undefined ? checked : again(before, at);
      };
    const again = (before: number, at: Faults) =>
      at.add(`says again what ${of}[${before}] says of the same ${keys.join(', ')}`);
    return list(entry, { of })(value, faults);
  };
}
