import { useFormatter, useTranslations } from 'next-intl';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Participant } from '@/negotiation/views';
import { KindMark } from './kind-mark';

/** Who has voted, which is public in every mode (product.md §2); never what. */
export function Participation({
  participation,
  frame,
}: {
  readonly participation: readonly Participant[];
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
}) {
  const t = useTranslations('overview');
  const c = useTranslations('common');
  const format = useFormatter();
  const byId = new Map(participation.map((each) => [each.stakeholder, each]));
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {frame.stakeholders.map((stakeholder) => {
        const state = byId.get(stakeholder.id);
        const voted = state?.voted === true;
        return (
          <li key={stakeholder.id} className="flex items-baseline gap-2 border-b border-line py-2">
            <KindMark kind={stakeholder.kind} label={c(`kind.${stakeholder.kind}`)} />
            <span className="min-w-0 flex-1">{stakeholder.name}</span>
            <span
              className={
                voted ? 'text-note whitespace-nowrap text-muted' : 'text-note font-medium whitespace-nowrap'
              }
            >
              {voted ? t('voted') : t('notVoted')}
              {state?.castAt
                ? ` ${t('castAt', { at: format.dateTime(new Date(state.castAt), { day: 'numeric', month: 'short' }) })}`
                : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
