import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import type { AggregationResult, ProfileResult } from '@/core/model';
import { bestFirst } from '@/negotiation/explain/best-first';
import type { FileProfile, NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from './labels';
import { StanceLegend } from './legend';
import { Needs } from './needs';
import { type Folds, WaitsForLink } from './results/folded-by-link';
import { SupportBars } from './support-bars';
import { SupportFigures } from './support-figures';
import { defaultProfileId, type Track, tracksOf } from './tracks';
import { Verdict } from './verdict';

/** More profiles than this stand best first, and all but the first of them are folded away. */
const MOST_SHOWN = 16;
const FIRST = 12;

/** Support against every threshold of the rule, per profile and stance: the standing as one picture. */
export function StandingPicture({
  result,
  frame,
  folds = null,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  /** Where what is folded of many profiles waits for a link; else it is there. */
  readonly folds?: Folds | null;
}) {
  const t = useTranslations('overview');
  const c = useTranslations('common');
  const tracks = tracksOf(frame);
  const base = defaultProfileId(frame);
  const rows = frame.profiles.filter((profile) => profile.id !== base);
  const verdicts = new Map(result.profiles.map((profile) => [profile.id, profile.verdict]));
  const clears = rows.filter((profile) => verdicts.get(profile.id) === 'clears').length;
  const isLong = rows.length > MOST_SHOWN;
  const listed = isLong ? inOrderOf(bestFirst(result.profiles), rows) : rows;
  const [shown, others] = isLong ? [listed.slice(0, FIRST), listed.slice(FIRST)] : [listed, []];
  const folding = folds !== null && isLong ? folds : null;
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
      {others.length === 0 ? null : (
        <Folded name="others" summary={t('others', { count: others.length })} folds={folding}>
          {() => <Rows profiles={others} verdicts={verdicts} frame={frame} result={result} tracks={tracks} />}
        </Folded>
      )}
      <Folded name="support-table" summary={c('table')} folds={folding}>
        {() => <SupportFigures result={result} frame={frame} tracks={tracks} />}
      </Folded>
    </figure>
  );
}

/** One click away: a link where there is one to wait for, and else in the page. */
function Folded({
  name,
  summary,
  folds,
  children,
}: {
  readonly name: string;
  readonly summary: string;
  readonly folds: Folds | null;
  readonly children: () => ReactNode;
}) {
  if (folds === null) return <Disclosure summary={summary}>{children()}</Disclosure>;
  return (
    <WaitsForLink name={name} summary={summary} {...folds}>
      {children}
    </WaitsForLink>
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
