import { useTranslations } from 'next-intl';
import type { BriefingView } from '@/negotiation/briefing-view';
import type { NegotiationFile } from '@/negotiation/file/model';
import { stakeholderName } from '../labels';

/** What each of the reader's own stakeholders has said of a briefing: a sign and a sentence. */
export function MyWord({
  briefing,
  frame,
}: {
  readonly briefing: Pick<BriefingView, 'mine' | 'version'>;
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
}) {
  const t = useTranslations('briefings.mine');
  if (briefing.mine.length === 0) return null;
  return (
    <ul className="text-note">
      {briefing.mine.map(({ stakeholder, version }) => {
        const done = version === briefing.version;
        return (
          <li key={stakeholder} className={done ? 'text-clears' : 'font-medium text-within-reach'}>
            <span aria-hidden="true">{done ? '✓' : '○'}</span>{' '}
            {t(done ? 'done' : version === null ? 'not' : 'newer', {
              stakeholder: stakeholderName(stakeholder, frame),
              version: version ?? 0,
            })}
          </li>
        );
      })}
    </ul>
  );
}
