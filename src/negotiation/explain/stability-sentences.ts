import type { AggregationResult, StabilityRow } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { type Message, message } from './message';
import { type Subject, subjectOf } from './subject';

/** Strongest first: a `nash` profile is `smr` and `seq`, each of which is `gmr` (aggregation.md §6). */
const CONCEPTS = ['nash', 'smr', 'seq', 'gmr'] as const;
const MOST_TEMPTATIONS = 5;

/** Whether anyone would walk away from a profile, and who is tempted to (aggregation.md §6). */
export function stabilitySentences(
  file: NegotiationFile,
  result: AggregationResult,
  profileId: string,
): readonly Message[] {
  const subject = subjectOf(file, result);
  const { stability } = subject.profile(profileId);
  if (stability.necessary.nash === null) return [message('stability.nothing')];
  const held = (['necessary', 'expected', 'possible'] as const).flatMap((stance) => {
    const concept = CONCEPTS.find((candidate) => stability[stance][candidate] === true);
    return concept ? [message(`stability.${concept}`, { stance: message(`stance.${stance}`) })] : [];
  });
  const [strongest] = held;
  return [strongest ?? message('stability.none'), ...temptations(subject, stability.expected)];
}

function temptations(subject: Subject, row: StabilityRow): readonly Message[] {
  if (typeof row.temptations === 'number') {
    return row.temptations === 0 ? [] : [message('stability.tempted', { count: row.temptations })];
  }
  const shown = row.temptations
    .slice(0, MOST_TEMPTATIONS)
    .map(({ stakeholder, to }) =>
      message('stability.temptation', { name: subject.name(stakeholder), profile: subject.title(to) }),
    );
  const rest = row.temptations.length - shown.length;
  return rest > 0 ? [...shown, message('stability.more', { count: rest })] : shown;
}
