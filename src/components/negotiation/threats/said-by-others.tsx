import { useTranslations } from 'next-intl';
import { LinkOrText } from '@/components/ui/outside-link';
import type { AssessmentView } from '@/negotiation/threat-view';
import { changeText } from './cell';

/** Each assessor's statement with its reason and its evidence. */
export function SaidByOthers({
  said,
  name,
}: {
  readonly said: readonly AssessmentView[];
  readonly name: (stakeholder: string) => string;
}) {
  const t = useTranslations('threats');
  if (said.length === 0) return <p className="text-note text-within-reach">? {t('unassessed')}</p>;
  return (
    <ul aria-label={t('others')} className="space-y-1 text-note">
      {said.map(({ stakeholder, change, reason, evidence }) => (
        <li key={stakeholder}>
          {t('said', { stakeholder: name(stakeholder), change: changeText(change) })}
          {reason === null ? null : <span className="text-muted"> · {reason}</span>}
          {evidence === null ? null : (
            <span className="text-muted">
              {' · '}
              <LinkOrText text={evidence} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
