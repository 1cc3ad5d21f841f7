/** One negotiation as its reader may see it: question, frame, profiles, who has voted, what is next. */
import { headlineOf } from '@/negotiation/headline';
import { standingAccess } from '@/negotiation/standing-access';
import type { Restoration } from '@/negotiation/state';
import type { NegotiationView } from '@/negotiation/views';
import { frameFile, participation } from '@/negotiation/visibility';
import type { NegotiationScope } from '../../auth/scope';
import { standingPosition } from '../../db/standings';
import { fileTexts } from '../../db/texts';
import { ownBodies } from '../ballot/own-body';
import { nextSteps, unacknowledged } from './next-steps';

export async function getNegotiation(scope: NegotiationScope<'negotiation.get'>): Promise<NegotiationView> {
  const { known, viewer, log, store } = scope;
  const { state, position } = known;
  const texts = await fileTexts(store.pool, log, state);
  const standing = standingAccess(state, viewer);
  const { title: _, ...headline } = headlineOf(state);
  return {
    id: log,
    ...headline,
    position,
    simulated: state.simulated,
    restored: state.restored && restoration(state.restored),
    frame: frameFile(state, texts),
    participation: participation(state),
    me: { signedIn: viewer.signedIn, roles: viewer.roles, stakeholders: viewer.stakeholders },
    unacknowledged: viewer.stakeholders
      .map((stakeholder) => ({ stakeholder, briefings: unacknowledged(state, stakeholder) }))
      .filter(({ briefings }) => briefings.length > 0),
    next: nextSteps(state, viewer, {
      now: new Date().toISOString(),
      hasStanding: standing.kind !== 'none',
      bodies: await ownBodies(scope),
    }),
    standingPosition: standing.kind === 'live' ? await standingPosition(store.pool, log) : position,
    standing,
  };
}

function restoration({ position, at, signed }: Restoration): NonNullable<NegotiationView['restored']> {
  return { position, at, lost: Math.max(0, signed - position) };
}
