'use client';

import { useTranslations } from 'next-intl';
import { type Packed, unpacked } from '@/components/ui/packed';
import type { ProfileResult } from '@/core/model';
import { Verdict } from '../verdict';
import { argumentOf } from './asked';
import { type Folds, WaitsForLink } from './folded-by-link';

export type Argued = Pick<ProfileResult, 'id' | 'verdict'> & { readonly title: string };

/** Profiles a line each, with the way to what is to be said of one. */
export function ArgumentLinks({
  profiles,
  asked,
  path,
}: Folds & { readonly profiles: Packed<readonly Argued[]> }) {
  const t = useTranslations('results.why');
  return (
    <ul>
      {unpacked(profiles).map(({ id, title, verdict }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 sm:grid sm:grid-cols-[minmax(0,1fr)_9rem_minmax(0,1.2fr)]"
        >
          <h3 id={`why-${id}`} className="text-prose">
            {title}
          </h3>
          <Verdict verdict={verdict} />
          <WaitsForLink
            name={argumentOf(id)}
            summary={t('supportAndArgument', { profile: title })}
            asked={asked}
            path={path}
          >
            {() => null}
          </WaitsForLink>
        </li>
      ))}
    </ul>
  );
}
