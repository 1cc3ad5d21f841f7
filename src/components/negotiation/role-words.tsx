import { useFormatter, useTranslations } from 'next-intl';
import type { Role } from '@/negotiation/roles';

/** Every role that a reader holds: whoever is facilitator and delegate is shown as both (product.md §1). */
export function RoleWords({
  roles,
  stakeholders,
}: {
  readonly roles: readonly Role[];
  readonly stakeholders: readonly string[];
}) {
  const t = useTranslations('common.roles');
  const format = useFormatter();
  const words = roles.flatMap((role) =>
    role === 'delegate' ? stakeholders.map((name) => t('delegateOf', { name })) : [t(role)],
  );
  return <>{words.length === 0 ? t('none') : format.list(words)}</>;
}
