import type { AggregationResult, Gap, Joiners } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import type { SeenChange, SeenFlip, SeenFlips } from '../flips';
import { pointsText } from './exact-text';
import { type Message, message, names } from './message';
import { type Subject, subjectOf } from './subject';
import { turnInWords } from './turn-sentence';

/**
 * What a profile lacks to clear the bar under `necessary` and `expected` (aggregation.md §4, "Gap to the bar"): the least
 * shift and the fewest joiners, and what each of them would have to hear.
 *
 * @param flips of the same ballots as the result, as far as the reader may see them; `null`: nothing of them.
 */
export function gapSentences(
  file: NegotiationFile,
  result: AggregationResult,
  profileId: string,
  flips: SeenFlips | null = null,
): readonly Message[] {
  const subject = subjectOf(file, result);
  const { gap } = subject.profile(profileId);
  if (gap === null) return [];
  return (['necessary', 'expected'] as const).flatMap((stance) => {
    const open = gap[stance];
    if (open === null) return [];
    const told = sentencesOf(subject, open).map((sentence) =>
      message('gap.under', { stance: message(`stance.${stance}`), sentence }),
    );
    return [...told, ...toHear(subject, profileId, flips?.joins[stance] ?? null)];
  });
}

/** What each of those who are named would have to hear, once. */
function toHear(subject: Subject, profile: string, flip: SeenFlip | null): readonly Message[] {
  if (flip === null) return [];
  const both = [flip.leastShift, flip.fewest].filter((change): change is SeenChange => change !== null);
  const turns = new Map(both.flatMap((change) => change.turns).map((turn) => [turn.stakeholder, turn]));
  if (turns.size > MOST_HEARD) return [];
  return [...turns.values()].map((turn) =>
    message('gap.hear', { turn: turnInWords(subject, profile, flip.stance, 'joins', turn) }),
  );
}

const MOST_HEARD = 6;

/** What is missing however the uncertainty turns out, in one sentence. */
export function missing(subject: Subject, profileId: string): Message {
  const gap = subject.profile(profileId).gap?.necessary ?? null;
  const first = gap && sentencesOf(subject, gap)[0];
  return message('gap.missing', { sentence: first ?? message('gap.nobody') });
}

function sentencesOf(subject: Subject, gap: Gap): readonly Message[] {
  const { leastShift, fewestJoiners, silentSuffice } = gap;
  const silent = silentSuffice ? [message('gap.silentSuffice')] : [];
  if (leastShift === null) return [...silent, message('gap.nobody')];
  const least = joining(subject, leastShift, 'gap.least');
  if (fewestJoiners === null || fewestJoiners.count === leastShift.count) return [least, ...silent];
  return [least, joining(subject, fewestJoiners, 'gap.fewest'), ...silent];
}

function joining(subject: Subject, { joiners, count, shift, proven }: Joiners, key: string): Message {
  const listed = subject.names(joiners);
  return message(key, {
    who:
      listed.length > 0
        ? message('gap.names', { names: names('and', listed) })
        : message('gap.count', { count }),
    count,
    points: pointsText(shift),
    proof: message(proven ? 'gap.proven' : 'gap.unproven'),
  });
}
