import type { AggregationResult, Gap, Joiners } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { pointsText } from './exact-text';
import { type Message, message, names } from './message';
import { type Subject, subjectOf } from './subject';

/** What a profile lacks to clear the bar under `necessary` and `expected` (aggregation.md §4, "Gap to the bar"). */
export function gapSentences(
  file: NegotiationFile,
  result: AggregationResult,
  profileId: string,
): readonly Message[] {
  const subject = subjectOf(file, result);
  const { gap } = subject.profile(profileId);
  if (gap === null) return [];
  return (['necessary', 'expected'] as const).flatMap((stance) => {
    const open = gap[stance];
    if (open === null) return [];
    return sentencesOf(subject, open).map((sentence) =>
      message('gap.under', { stance: message(`stance.${stance}`), sentence }),
    );
  });
}

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
