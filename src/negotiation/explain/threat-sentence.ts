import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { THREATS } from '../threats';
import { type Message, message, names } from './message';
import { subjectOf } from './subject';

/** How a profile changes the threats against the default (aggregation.md §5); `null` for the default itself. */
export function threatSentence(
  file: NegotiationFile,
  result: AggregationResult,
  profileId: string,
): Message | null {
  const { threats, threatForms } = subjectOf(file, result).profile(profileId);
  if (threats === null || threatForms === null) return null;
  const forms = threatForms[threats];
  const titles = forms.map((id) => threatTitle(file, id));
  const total = Object.values(threatForms).reduce((sum, ids) => sum + ids.length, 0);
  return message(`threats.${threats}`, { count: forms.length, total, threats: names('and', titles) });
}

/** "Misuse: Oracle AI", or the title that the negotiation gave its own threat. */
export function threatTitle(file: NegotiationFile, id: string): string {
  for (const threat of THREATS) {
    const form = threat.forms.find((candidate) => candidate.id === id);
    if (form) return `${threat.title}: ${form.title}`;
  }
  return file.threats?.find((threat) => threat.id === id)?.title ?? id;
}
