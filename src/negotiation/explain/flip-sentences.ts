import type { AggregationResult, ProfileResult, Stance } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import type { SeenChange, SeenFlips, Side } from '../flips';
import { pointsText } from './exact-text';
import { type Message, message, names } from './message';
import { type Subject, subjectOf } from './subject';
import { turnInWords } from './turn-sentence';

/** A sentence on what would flip a verdict, with the change that it tells of; `null` where only numbers are known. */
export interface FlipSentence {
  readonly side: Side;
  readonly stance: Stance;
  readonly sentence: Message;
  readonly change: SeenChange | null;
}

/**
 * The least changes that flip a profile's verdict (docs/decisions: the least change that flips a verdict): by whose
 * turning away it would fall, and by whose joining it would clear.
 *
 * @param flips of the same ballots as the result; `null` where the reader may not see them: then the result's numbers.
 */
export function flipSentences(
  file: NegotiationFile,
  result: AggregationResult,
  profileId: string,
  flips: SeenFlips | null,
): readonly FlipSentence[] {
  const subject = subjectOf(file, result);
  const profile = subject.profile(profileId);
  if (profile.verdict === 'default') return [];
  if (flips === null) return [...fallsByNumbers(profile), ...clearsByNumbers(profile)];
  const { falls, joins } = flips;
  return [
    ...(falls?.fewest ? [sentence(subject, profileId, 'leaves', falls.stance, falls.fewest)] : []),
    ...(joins.necessary?.fewest
      ? [sentence(subject, profileId, 'joins', 'necessary', joins.necessary.fewest)]
      : []),
  ];
}

function sentence(
  subject: Subject,
  profile: string,
  side: Side,
  stance: Stance,
  change: SeenChange,
): FlipSentence {
  const listed = change.turns.map(({ stakeholder }) => subject.name(stakeholder));
  const values = {
    profile: subject.title(profile),
    names: names('and', listed),
    count: listed.length,
    under: stance,
    stance: message(`stance.${stance}`),
    points: pointsText(change.shift),
    turns: turnsInWords(subject, profile, side, stance, change),
    proof: message(change.proven ? 'flip.proven' : 'flip.unproven'),
  };
  return { side, stance, change, sentence: message(side === 'joins' ? 'flip.clears' : 'flip.falls', values) };
}

/** So many are told one by one; of more, how far they would have to move in all. */
const MOST_TURNS = 3;

function turnsInWords(
  subject: Subject,
  profile: string,
  side: Side,
  stance: Stance,
  { turns, shift }: SeenChange,
): Message {
  if (turns.length > MOST_TURNS) return message('flip.inAll', { points: pointsText(shift) });
  const items = turns.map((turn) => turnInWords(subject, profile, stance, side, turn));
  return message('flip.turns', { turns: { join: 'and', items } });
}

function fallsByNumbers({ resilience }: ProfileResult): readonly FlipSentence[] {
  const stance = (['necessary', 'expected', 'possible'] as const).find((each) => resilience?.[each] != null);
  const found = stance && resilience?.[stance];
  if (stance === undefined || found == null) return [];
  const count = typeof found === 'number' ? found : found.atMost;
  const proof = message(typeof found === 'number' ? 'flip.proven' : 'flip.unproven');
  const values = { count, under: stance, stance: message(`stance.${stance}`), proof };
  return [{ side: 'leaves', stance, change: null, sentence: message('flip.fallsByNumber', values) }];
}

function clearsByNumbers({ gap }: ProfileResult): readonly FlipSentence[] {
  const fewest = gap?.necessary?.fewestJoiners ?? null;
  if (fewest === null) return [];
  const { count, shift, proven } = fewest;
  const values = {
    count,
    points: pointsText(shift),
    proof: message(proven ? 'flip.proven' : 'flip.unproven'),
  };
  return [
    { side: 'joins', stance: 'necessary', change: null, sentence: message('flip.clearsByNumber', values) },
  ];
}
