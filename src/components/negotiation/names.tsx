import { useFormatter, useTranslations } from 'next-intl';
import type { Members } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { stakeholderName } from './labels';

const SHOWN = 12;

/** Stakeholders by name, the first dozen and how many more; a bare count where the reader may not see who. */
export function Names({
  members,
  frame,
  conjunction = 'conjunction',
}: {
  readonly members: Members;
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
  /** “and” or “or” before the last name. */
  readonly conjunction?: 'conjunction' | 'disjunction';
}) {
  const t = useTranslations('common');
  const format = useFormatter();
  if (typeof members === 'number') return <>{t('count', { n: members })}</>;
  if (members.length === 0) return <>{t('nobody')}</>;
  const names = members.slice(0, SHOWN).map((id) => stakeholderName(id, frame));
  if (members.length <= SHOWN) return <>{format.list(names, { type: conjunction })}</>;
  return <>{t('namesAndMore', { names: names.join(', '), more: members.length - SHOWN })}</>;
}
