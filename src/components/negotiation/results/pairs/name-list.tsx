'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { usePicturesFrame } from '../pictures-frame';

const SHOWN = 40;

/** Stakeholders by name, the first of them where they are many. */
export function NameList({ ids }: { readonly ids: readonly string[] }) {
  const t = useTranslations('pictures.pairs');
  const c = useTranslations('common');
  const format = useFormatter();
  const { stakeholders } = usePicturesFrame();
  const names = new Map(stakeholders.map(({ id, name }) => [id, name]));
  if (ids.length === 0) return <>{c('nobody')}</>;
  const shown = ids.slice(0, SHOWN).map((id) => names.get(id) ?? id);
  const more = ids.length - shown.length;
  return <>{format.list(more > 0 ? [...shown, t('more', { n: more })] : shown)}</>;
}
