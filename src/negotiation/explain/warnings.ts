import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { type Message, message, names } from './message';
import { countOf, subjectOf } from './subject';

/** Whether no two disjoint coalitions are both adequate (aggregation.md §2), `null` where it was not shown. */
export type Proper = boolean | null;

/** What a reader of the standing must know: the rule is improper, some are silent, ballots are provisional. */
export function warnings(
  file: NegotiationFile,
  result: AggregationResult,
  proper: Proper,
): readonly Message[] {
  const subject = subjectOf(file, result);
  return [
    ...(proper === false ? [message('warning.improper')] : []),
    ...(proper === null ? [message('warning.properNotShown')] : []),
    ...(result.basis === 'informed' ? [message('warning.informed')] : []),
    ...counted('warning.silent', subject.names(result.silent), countOf(result.silent)),
    ...counted('warning.provisional', subject.names(result.provisional), countOf(result.provisional)),
  ];
}

function counted(key: string, listed: readonly string[], count: number): readonly Message[] {
  if (count === 0) return [];
  return listed.length > 0
    ? [message(key, { count, names: names('and', listed) })]
    : [message(`${key}Count`, { count })];
}
