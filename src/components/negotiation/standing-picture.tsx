import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { AggregationResult, ProfileResult } from '@/core/model';
import { bestFirst } from '@/negotiation/explain/best-first';
import type { FileProfile, NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from './labels';
import { StanceLegend } from './legend';
import { Needs } from './needs';
import { SupportBars } from './support-bars';
import { SupportTable } from './support-table';
import { defaultProfileId, type Track, tracksOf } from './tracks';
import { Verdict } from './verdict';

/** More profiles than this stand best first, and all but the first of them are folded away. */
const MOST_SHOWN = 16;
const FIRST = 12;

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
  const isLong = rows.length > MOST_SHOWN;
  const listed = isLong ? inOrderOf(bestFirst(result.profiles), rows) : rows;
  const [shown, folded] = isLong ? [listed.slice(0, FIRST), listed.slice(FIRST)] : [listed, []];
  return (
    <figure className="min-w-0">
      <h3 className="font-sans text-base font-semibold">
        {t('pictureFinding', { clears, of: rows.length })}
      </h3>
      <figcaption className="prose-column mt-1 mb-4 text-note text-muted">
        {t('howToRead', { default: profileTitle(base, frame) })}
        {isLong ? ` ${t('bestFirst')}` : null}
      </figcaption>
      <StanceLegend />
      <Rows profiles={shown} verdicts={verdicts} frame={frame} result={result} tracks={tracks} />
      {folded.length === 0 ? null : (
        <Disclosure summary={t('others', { count: folded.length })}>
          <Rows profiles={folded} verdicts={verdicts} frame={frame} result={result} tracks={tracks} />
        </Disclosure>
      )}
      <SupportTable result={result} frame={frame} tracks={tracks} />
    </figure>
  );
}

function inOrderOf(
  results: readonly ProfileResult[],
  profiles: readonly FileProfile[],
): readonly FileProfile[] {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return results.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Verdict and bars, one profile a row. */
function Rows({
  profiles,
  verdicts,
  frame,
  result,
  tracks,
}: {
  readonly profiles: readonly FileProfile[];
  readonly verdicts: ReadonlyMap<string, ProfileResult['verdict']>;
  readonly frame: NegotiationFile;
  readonly result: AggregationResult;
  readonly tracks: readonly Track[];
}) {
  const t = useTranslations('overview');
  return (
    <ol className="mt-4">
      {profiles.map((profile) => (
        <li
          key={profile.id}
          data-profile={profile.id}
          className="grid gap-x-6 gap-y-3 border-t border-line py-4 lg:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <div>
            <p className="font-serif text-prose leading-6 font-semibold">{profile.title}</p>
            <Verdict verdict={verdicts.get(profile.id) ?? 'out-of-reach'} />
            <Needs needs={profile.needs} frame={frame} />
            {profile.adoptable === false ? <p className="text-note text-muted">{t('notAdoptable')}</p> : null}
          </div>
          <SupportBars result={result} frame={frame} profile={profile.id} tracks={tracks} />
        </li>
      ))}
    </ol>
  );
}
