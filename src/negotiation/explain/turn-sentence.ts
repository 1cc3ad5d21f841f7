import type { Stance } from '@/core/model';
import { GAIN_ENDS } from '@/core/stance';
import { type SeenTurn, type Side, targetOf } from '../flips';
import { decimalText, fractionOf, pointsText } from './exact-text';
import { type Message, message } from './message';
import type { Subject } from './subject';

/**
 * What it takes for one stakeholder to change sides between a profile and the default: from where to where a score of
 * its ballot would have to move, or its gain where the reader may not read ballots.
 */
export function turnInWords(
  subject: Subject,
  profile: string,
  stance: Stance,
  side: Side,
  turn: SeenTurn,
): Message {
  const name = subject.name(turn.stakeholder);
  const target = targetOf(turn, side);
  if (turn.scores === null || target === null) {
    return message('turn.gain', { name, from: pointsText(turn.gain), to: side === 'joins' ? '0.01' : '0' });
  }
  const common = {
    name,
    profile: subject.title(profile),
    default: subject.title(subject.defaultId),
    to: hundredths(target.score),
  };
  if (isSilent(subject, turn.stakeholder)) return message('turn.silent', common);
  const { own, ofDefault } = GAIN_ENDS[stance];
  const ends = {
    ...common,
    end: message(`turn.${own}`),
    from: pointsText(turn.scores.score),
    endOfDefault: message(`turn.${ofDefault}`),
    ofDefault: pointsText(turn.scores.scoreOfDefault),
  };
  return target.scoreOfDefault === null
    ? message('turn.score', ends)
    : message('turn.both', { ...ends, toOfDefault: hundredths(target.scoreOfDefault) });
}

function isSilent({ result }: Subject, stakeholder: string): boolean {
  return typeof result.silent === 'object' && result.silent.includes(stakeholder);
}

function hundredths(score: number): string {
  return decimalText(fractionOf(`${score}/100`), 2, []);
}
