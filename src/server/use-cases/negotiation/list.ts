/** The negotiations in which the reader holds a seat, the newest first. */
import { headlineOf } from '@/negotiation/headline';
import { standingAccess } from '@/negotiation/standing-access';
import type { NegotiationSummary } from '@/negotiation/views';
import { negotiationScopeIn, type Scope, userOf } from '../../auth/scope';
import { logsOf } from '../../db/pseudonyms';
import { ownBodies } from '../ballot/own-body';
import { latestVisible } from '../standing/latest-visible';
import { nextSteps } from './next-steps';

export async function listNegotiations(scope: Scope<'negotiation.list'>): Promise<NegotiationSummary[]> {
  const { store, session } = scope;
  const logs = await logsOf(store, userOf(scope).id);
  const summaries: (NegotiationSummary & { readonly at: string })[] = [];
  for (const log of logs) {
    const mine = await negotiationScopeIn(store, session, 'standing.get', log);
    if (!mine.ok) continue;
    const { state } = mine.value.known;
    const { viewer } = mine.value;
    const standing = await latestVisible(mine.value, 'informed');
    const titles = new Map(state.profiles.map(({ profile }) => [profile.id, profile.title]));
    const { title, mode, phase, round, deadline } = headlineOf(state);
    summaries.push({
      id: log,
      title,
      mode,
      phase,
      round,
      deadline,
      roles: viewer.roles,
      stakeholders: state.stakeholders
        .filter(({ id }) => viewer.stakeholders.includes(id))
        .map(({ id, name }) => ({ id, name })),
      participation: { voted: Object.keys(state.votes).length, of: state.stakeholders.length },
      standing: standing && {
        position: standing.position,
        verdicts: standing.result.profiles.map(({ id, verdict }) => ({
          profile: id,
          title: titles.get(id) ?? id,
          verdict,
        })),
      },
      next: nextSteps(state, viewer, {
        now: new Date().toISOString(),
        hasStanding: standingAccess(state, viewer).kind !== 'none',
        bodies: await ownBodies(mine.value),
      }),
      at: state.at,
    });
  }
  return summaries.sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at: _, ...summary }) => summary);
}
