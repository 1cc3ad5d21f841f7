/** Reminders, to delegates of stakeholders that have not cast in the round that is open. */
import { periodOf } from '@/negotiation/period';
import { silentIn } from '../reminding';
import { words } from '../words';
import { aboutNegotiation } from './scene';

/** Nothing where its reader has cast meanwhile, or the round is over: asked again when it leaves. */
function reminder(says: 'half' | 'late' | 'asked') {
  return aboutNegotiation((scene, { position }) => {
    const { title, state, scope } = scene;
    const entry = state.rounds.at(-1);
    if (entry === undefined || periodOf(state.phase, scene.context.now) !== 'open') return null;
    if (position !== null && entry.opened.position !== position) return null;
    const silent = silentIn(state, scope.viewer.stakeholders);
    if (silent.length === 0) return null;
    const { round } = entry;
    const deadline = entry.deadline === null ? null : scene.when(entry.deadline);
    const hasOlder = silent.some((id) => Object.hasOwn(state.votes, id));
    return {
      subject:
        deadline === null
          ? words('reminder.subjectNoDeadline', { title, round })
          : words('reminder.subject', { title, round, deadline }),
      body: [
        { text: words(`reminder.${says}`, { round, title }) },
        { text: words('reminder.silent', { stakeholders: scene.namesOf(silent), count: silent.length }) },
        ...(hasOlder ? [{ text: words('reminder.stands') }] : []),
        ...(deadline === null ? [] : [{ text: words('reminder.until', { deadline }) }]),
        scene.link('ballot'),
      ],
    };
  });
}

export const reminderHalf = reminder('half');
export const reminderLate = reminder('late');
export const reminderAsked = reminder('asked');
