/** The negotiation as it was when a result was computed. */

import type { ReportedMoment } from '@/negotiation/report';
import { type NegotiationState, own } from '@/negotiation/state';
import { frameFile, participation } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { isObject, processWide } from '../../process/singleton';

/** What was never changes, and folding a long log anew takes seconds. */
const KEPT = 32;

/** @param result of the log, as its state lists it: the hash tells two histories of a restored log apart. */
export async function reportedMoment(
  { store, log }: NegotiationScope<'history.report'>,
  { position, sha256 }: NegotiationState['results'][number],
): Promise<ReportedMoment> {
  const kept = processWide<Map<string, ReportedMoment>>('reported-moments', isObject, () => new Map());
  const key = `${log} ${position} ${sha256}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  const { state } = await store.states.at(store.pool, log, position);
  const moment = momentOf(state);
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, moment);
  return moment;
}

function momentOf(state: NegotiationState): ReportedMoment {
  const { position, at, stakeholders, briefings, acknowledged, conclusion } = state;
  const counts = briefings.map(({ id, version }): [string, number] => {
    const have = stakeholders.filter((each) => own(acknowledged, `${each.id} ${id}`) === version);
    return [id, have.length];
  });
  return {
    position,
    at,
    round: state.rounds.length,
    concluded: conclusion?.position === position,
    frame: frameFile(state),
    participation: participation(state),
    acknowledged: Object.fromEntries(counts),
  };
}
