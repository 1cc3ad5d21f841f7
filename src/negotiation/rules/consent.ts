import { type Event, type EventOf, sealEnvelope } from '../events/event';
import { apply } from '../evolve/apply';
import { thaw } from '../evolve/kernel';
import { refuse, refuseFaults } from '../refusals';
import { type NegotiationState, own } from '../state';
import { judgeFrame } from './frame';
import { first, type Judgement, unless } from './judgement';
import { judgeAdmitted } from './profile';
import { faultsOfWhole } from './whole';

/** No moving of goalposts: exactly one change of the frame, by consent under the old one (product.md §2). */

/** A change that could not be made is not asked about. */
export function judgeAsked(state: NegotiationState, event: EventOf<'consent.asked'>): Judgement {
  const { log, position, at, actor, data } = event;
  return judgeChange(state, sealEnvelope(log, position, at, actor, data.change));
}

/** Whether the change can be made now, and leaves a frame that holds together. `event` is the change as an event. */
export function judgeChange(state: NegotiationState, event: Event): Judgement {
  return first(
    () => judgeItself(state, event),
    () => {
      const kernel = thaw(state);
      kernel.owes = [];
      apply(kernel, event);
      const faults = faultsOfWhole(kernel);
      return faults.length === 0 ? null : refuseFaults('rule.not-all', faults);
    },
  );
}

function judgeItself(state: NegotiationState, event: Event): Judgement {
  switch (event.type) {
    case 'dimension.added':
    case 'dimension.changed':
    case 'dimension.removed':
    case 'stakeholder.added':
    case 'stakeholder.changed':
    case 'stakeholder.removed':
    case 'rule.set':
      return judgeFrame(state, event);
    case 'profile.admitted':
      return judgeAdmitted(state, event, true);
    default:
      throw new Error(`${event.type} is no change of the frame`);
  }
}

export function judgeAnswer(
  state: NegotiationState,
  { data }: EventOf<'consent.given'> | EventOf<'consent.refused'>,
  word: 'given' | 'refused',
): Judgement {
  const { consent: position, stakeholder } = data;
  const consent = state.consents.find((asked) => asked.position === position);
  if (consent === undefined) return refuse('consent.unknown', { position });
  return first(
    () => unless(consent.status === 'asked', 'consent.settled'),
    () => unless(own(consent.words, stakeholder) !== word, 'consent.same', { stakeholder }),
  );
}
