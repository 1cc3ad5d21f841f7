/** Reminders of reports on commitments, to delegates of stakeholders that have made none for a date. */
import { dueDate, reportsMissing } from '@/negotiation/reports-due';
import { words } from '../words';
import { aboutNegotiation } from './scene';

/** Nothing where its reader has reported meanwhile, or other dates were set: asked again when it leaves. */
function reminder(says: 'due' | 'overdue') {
  return aboutNegotiation((scene, { position, turn }) => {
    const { title, state, scope } = scene;
    const { reporting, phase } = state;
    if (phase.kind !== 'concluded' || reporting === null || reporting.position !== position) return null;
    const at = dueDate(reporting, turn);
    const missing = reportsMissing(state, turn).filter((id) => scope.viewer.stakeholders.includes(id));
    if (at === null || missing.length === 0) return null;
    const date = scene.when(at);
    return {
      subject: words(says === 'due' ? 'reportDue.subject' : 'reportDue.subjectOverdue', { title, date }),
      body: [
        { text: words(`reportDue.${says}`, { title, date }) },
        { text: words('reportDue.missing', { stakeholders: scene.namesOf(missing), count: missing.length }) },
        { text: words('reportDue.how') },
        scene.link('commitments'),
      ],
    };
  });
}

export const reportDue = reminder('due');
export const reportOverdue = reminder('overdue');
