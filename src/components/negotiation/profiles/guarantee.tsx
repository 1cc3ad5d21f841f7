import { useTranslations } from 'next-intl';
import type { NegotiationFile } from '@/negotiation/file/model';

/** A guarantee that a profile relies on, and whether it is delivered: a filled or an open mark, and the word. */
export function Guarantee({
  id,
  frame,
}: {
  readonly id: string;
  readonly frame: Pick<NegotiationFile, 'guarantees'>;
}) {
  const t = useTranslations('profiles');
  const guarantee = frame.guarantees?.find((each) => each.id === id);
  if (guarantee === undefined) return null;
  const delivered = guarantee.delivered === true;
  return (
    <li className="flex gap-2">
      <span aria-hidden="true">{delivered ? '■' : '□'}</span>
      <span>
        {guarantee.title}{' '}
        <span className="text-muted">
          ({delivered ? t('delivered') : t('notDelivered')}; {t(`holds.${guarantee.holds}`)})
        </span>
      </span>
    </li>
  );
}
