import { useTranslations } from 'next-intl';
import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from './labels';
import { StanceLegend } from './legend';
import { Needs } from './needs';
import { SupportBars } from './support-bars';
import { SupportTable } from './support-table';
import { defaultProfileId, tracksOf } from './tracks';
import { Verdict } from './verdict';

/** Support against every threshold of the rule, per profile and stance: the standing as one picture. */
export function StandingPicture({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('overview');
  const tracks = tracksOf(frame);
  const base = defaultProfileId(frame);
  const rows = frame.profiles.filter((profile) => profile.id !== base);
  const verdicts = new Map(result.profiles.map((profile) => [profile.id, profile.verdict]));
  const clears = rows.filter((profile) => verdicts.get(profile.id) === 'clears').length;
  return (
    <figure className="min-w-0">
      <h3 className="font-sans text-base font-semibold">
        {t('pictureFinding', { clears, of: rows.length })}
      </h3>
      <figcaption className="prose-column mt-1 mb-4 text-note text-muted">
        {t('howToRead', { default: profileTitle(base, frame) })}
      </figcaption>
      <StanceLegend />
      <ol className="mt-4">
        {rows.map((profile) => (
          <li
            key={profile.id}
            data-profile={profile.id}
            className="grid gap-x-6 gap-y-3 border-t border-line py-4 lg:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <div>
              <p className="font-serif text-prose leading-6 font-semibold">{profile.title}</p>
              <Verdict verdict={verdicts.get(profile.id) ?? 'out-of-reach'} />
              <Needs needs={profile.needs} frame={frame} />
              {profile.adoptable === false ? (
                <p className="text-note text-muted">{t('notAdoptable')}</p>
              ) : null}
            </div>
            <SupportBars result={result} frame={frame} profile={profile.id} tracks={tracks} />
          </li>
        ))}
      </ol>
      <SupportTable result={result} frame={frame} tracks={tracks} />
    </figure>
  );
}
