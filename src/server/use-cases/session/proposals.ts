/** Profiles that were proposed since round 1 opened: those that wait, and what became of the others. */
import type { EventOf } from '@/negotiation/events/event';
import type { ProposalView } from '@/negotiation/session-view';
import type { NegotiationScope } from '../../auth/scope';
import { textsOf } from '../../db/texts';
import { eventsOf } from './events-of';

const TYPES = ['profile.proposed', 'profile.admitted', 'profile.refused', 'profile.withdrawn'] as const;

interface Course {
  readonly proposed: EventOf<'profile.proposed'>;
  readonly settled:
    | EventOf<'profile.admitted'>
    | EventOf<'profile.refused'>
    | EventOf<'profile.withdrawn'>
    | null;
}

/** Waiting ones first, in the order in which they came; then the others, the newest first. */
export async function proposalsOf({
  known,
  log,
  store,
  pseudonym,
}: NegotiationScope<'session.get'>): Promise<ProposalView[]> {
  const first = known.state.rounds[0]?.opened.position;
  const courses = coursesOf(await eventsOf(store.pool, log, known.position, TYPES)).filter(
    ({ proposed, settled }) => settled === null || (first !== undefined && proposed.position > first),
  );
  const hashes = courses.flatMap(({ proposed, settled }) =>
    [proposed.data.profile.summary, reasonOf(settled)].filter((hash) => typeof hash === 'string'),
  );
  const texts = await textsOf(store.pool, log, hashes);
  const views = courses.map(({ proposed, settled }): ProposalView => {
    const { summary, ...profile } = proposed.data.profile;
    const text = summary === undefined ? null : texts(summary);
    const reason = reasonOf(settled);
    return {
      profile: { ...profile, ...(text != null && { summary: text }) },
      stakeholder: proposed.data.stakeholder,
      byMe: proposed.actor === pseudonym,
      at: proposed.at,
      status: settled === null ? 'waiting' : STATUS[settled.type],
      reason: reason === null ? null : (texts(reason) ?? null),
      settledAt: settled?.at ?? null,
    };
  });
  const waiting = views.filter(({ status }) => status === 'waiting');
  return [...waiting, ...views.filter(({ status }) => status !== 'waiting').reverse()];
}

const STATUS = {
  'profile.admitted': 'admitted',
  'profile.refused': 'refused',
  'profile.withdrawn': 'withdrawn',
} as const;

function reasonOf(settled: Course['settled']): string | null {
  return settled === null || settled.type === 'profile.admitted' ? null : settled.data.reason;
}

/** The newest text of each profile, and what came of it, in the order in which they were first proposed. */
function coursesOf(events: Awaited<ReturnType<typeof eventsOf>>): Course[] {
  const courses = new Map<string, Course>();
  for (const event of events) {
    switch (event.type) {
      case 'profile.proposed': {
        const { id } = event.data.profile;
        courses.set(id, { proposed: event, settled: courses.get(id)?.settled ?? null });
        break;
      }
      case 'profile.admitted':
      case 'profile.refused':
      case 'profile.withdrawn': {
        const course = courses.get(event.data.profile);
        if (course !== undefined) courses.set(event.data.profile, { ...course, settled: event });
        break;
      }
      default:
        break;
    }
  }
  return [...courses.values()];
}
