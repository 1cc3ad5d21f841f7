import { type AggregationResult, type LeverageProfile, STANCES } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { type Message, message } from './message';
import { type Subject, subjectOf } from './subject';

/** Which guarantees would change the outcome, in the order in which research would pay off (aggregation.md §7). */
export function leverageSentences(file: NegotiationFile, result: AggregationResult): readonly Message[] {
  const subject = subjectOf(file, result);
  if (result.leverage.length === 0) return [];
  const sentences = result.leverage.flatMap(({ guarantee, profiles }) => {
    const title = file.guarantees?.find(({ id }) => id === guarantee)?.title ?? guarantee;
    return profiles.flatMap((profile) => pivotal(subject, title, profile));
  });
  return sentences.length > 0 ? sentences : [message('leverage.none')];
}

/** Under the first stance for which the guarantee is firmly pivotal, or else pivotal. */
function pivotal(subject: Subject, guarantee: string, profile: LeverageProfile): readonly Message[] {
  const firm = STANCES.find((stance) => profile.firm[stance]);
  const stance = firm ?? STANCES.find((candidate) => profile.pivotal[candidate]);
  if (stance === undefined) return [];
  return [
    message(firm === undefined ? 'leverage.pivotal' : 'leverage.firm', {
      guarantee,
      profile: subject.title(profile.id),
      stance: message(`stance.${stance}`),
      verdict: message(`verdictName.${profile.verdict}`),
      without: message(`verdictName.${profile.without}`),
      stated: profile.stated,
    }),
  ];
}
