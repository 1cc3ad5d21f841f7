/** One briefing in its newest version. Its text stands beside the log, and may have been redacted (ledger.md §1). */
import type { BriefingView } from '@/negotiation/briefing-view';
import { periodOf } from '@/negotiation/period';
import { refuse } from '@/negotiation/refusals';
import { PERIODS_OF } from '@/negotiation/rules/periods';
import type { NegotiationScope } from '../../auth/scope';
import { textsOf } from '../../db/texts';
import { type Answer, answered, refused } from '../../refusal';
import { briefingHead } from './head';

export async function getBriefing(
  { known: { state }, viewer, log, store }: NegotiationScope<'briefing.get'>,
  { briefing: id }: { readonly briefing: string },
): Promise<Answer<BriefingView>> {
  const briefing = state.briefings.find((each) => each.id === id);
  if (briefing === undefined) return refused(refuse('unknown.id', { kind: 'briefing', id }));
  const { text } = briefing;
  const markdown = text === null ? null : (await textsOf(store.pool, log, [text]))(text);
  const period = periodOf(state.phase, new Date().toISOString());
  return answered({
    ...briefingHead(state, viewer, briefing),
    text: markdown != null ? { kind: 'kept', markdown } : { kind: text === null ? 'none' : 'gone' },
    open: PERIODS_OF['briefing.acknowledged'].includes(period),
  });
}
