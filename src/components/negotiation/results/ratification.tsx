import { useTranslations } from 'next-intl';
import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { Names } from '../names';
import { countOf } from '../numbers';

/** Which pledges hold together, and whether they suffice (aggregation.md §4, "Ratification"). */
export function Ratification({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.ratification');
  const pledged = result.profiles.filter((profile) => countOf(profile.ratifiers) > 0);
  if (pledged.length === 0) return <p>{t('none')}</p>;
  return (
    <ul className="prose-column space-y-2 font-serif text-prose">
      {pledged.map((profile) => (
        <li key={profile.id}>
          {t.rich(profile.ratified ? 'ratified' : 'partly', {
            profile: profileTitle(profile.id, frame),
            names: () => <Names members={profile.ratifiers} frame={frame} />,
          })}
        </li>
      ))}
    </ul>
  );
}
