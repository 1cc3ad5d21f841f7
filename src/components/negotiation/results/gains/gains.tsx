import { useTranslations } from 'next-intl';
import { type AggregationResult, type ProfileResult, STANCES, VERDICTS } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { StakeholderGain, StandingDetail } from '@/negotiation/standing-detail';
import { workedOut } from '@/negotiation/worked-out';
import { dimensionShort, profileTitle } from '../../labels';
import { countOf } from '../../numbers';
import { type Asked, addressOf } from '../asked';
import { AT_ONCE, FoldedByLink, PEOPLE_AT_ONCE } from '../folded-by-link';
import { LinkChoice } from '../link-choice';
import { DenseGains } from './dense-gains';
import { type GainRow, gainRows } from './gain-rows';
import { GainsChart } from './gains-chart';
import { GainsTable } from './gains-table';
import { signedPoints } from './signed-points';

/** With more rows, names stand only where there is room for them. */
const NAMED_ROWS = 60;
/** More profiles than these are chosen from a list that opens. */
const SHOWN_PROFILES = 12;
const HEADS = 'members';

/** What one profile gives every stakeholder over the default, and the critical gain (aggregation.md §4). */
export function Gains({
  result,
  frame,
  detail,
  asked,
  path,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly detail: StandingDetail;
  readonly asked: Asked;
  readonly path: string;
}) {
  const t = useTranslations('pictures.gains');
  const c = useTranslations('common');
  const profiles = result.profiles.filter(({ verdict }) => verdict !== 'default');
  const profile = profiles.find(({ id }) => id === asked.gains) ?? foremost(profiles);
  if (profile === undefined) return null;
  const { stance } = asked;
  const dimensions = (frame.dimensions ?? []).map(({ id }) => id);
  const weigh = [...dimensions, HEADS].find((id) => id === asked.weigh) ?? dimensions[0] ?? HEADS;
  const critical = profile.criticalGain?.[stance] ?? null;
  const rows = rowsOf(detail.gains(profile.id), `${stance} ${weigh} ${critical}`, (gains) => {
    const weights = frame.stakeholders.map((each) => (weigh === HEADS ? 1 : (each.weights?.[weigh] ?? 0)));
    return gainRows(gains, weights, stance, critical);
  });
  const title = profileTitle(profile.id, frame);
  const finding = t('finding', {
    profile: title,
    gaining: countOf(profile.coalition?.[stance] ?? 0),
    of: rows.length,
    turns: c(`stanceTurns.${stance}`),
    critical: critical === null ? 'none' : 'some',
    points: signedPoints(critical),
  });
  const to = (change: Partial<Asked>) => addressOf(path, asked, change, 'gains');
  const choice = () => (
    <LinkChoice
      label={c('profile')}
      options={profiles.map(({ id }) => ({ id, label: profileTitle(id, frame), href: to({ gains: id }) }))}
      current={profile.id}
    />
  );
  return (
    <figure>
      <div className="mb-4 space-y-2">
        {profiles.length <= SHOWN_PROFILES ? (
          choice()
        ) : (
          <FoldedByLink
            name="gains-profile"
            summary={t('choose', { profile: title })}
            asked={asked}
            path={path}
            large={profiles.length > AT_ONCE}
          >
            {choice}
          </FoldedByLink>
        )}
        <LinkChoice
          label={t('stance')}
          options={STANCES.map((id) => ({ id, label: c(`stance.${id}`), href: to({ stance: id }) }))}
          current={stance}
        />
        {dimensions.length === 0 ? null : (
          <LinkChoice
            label={t('weigh')}
            options={[...dimensions, HEADS].map((id) => ({
              id,
              label: id === HEADS ? t('heads') : dimensionShort(id, frame),
              href: to({ weigh: id }),
            }))}
            current={weigh}
          />
        )}
      </div>
      <h3 className="font-sans text-base font-semibold">{finding}</h3>
      <figcaption className="prose-column mt-1 mb-3 text-note text-muted">{t('caption')}</figcaption>
      {rows.length <= NAMED_ROWS ? (
        <GainsChart rows={rows} frame={frame} stance={stance} critical={critical} />
      ) : (
        <DenseGains rows={rows} frame={frame} critical={critical} label={finding} />
      )}
      <FoldedByLink
        name="gains-table"
        summary={c('table')}
        asked={asked}
        path={path}
        large={rows.length > PEOPLE_AT_ONCE}
      >
        {() => <GainsTable rows={rows} frame={frame} caption={t('tableCaption', { profile: title })} />}
      </FoldedByLink>
    </figure>
  );
}

type Gaining = readonly StakeholderGain[];

/** Of gains that are kept, which are of one frame, the rows that were made of them so far, by what was asked for. */
const made = workedOut((_: Gaining) => new Map<string, readonly GainRow[]>());

function rowsOf(gains: Gaining, asked: string, make: (gains: Gaining) => readonly GainRow[]) {
  const rows = made(gains).get(asked) ?? make(gains);
  made(gains).set(asked, rows);
  return rows;
}

/** The first of the best verdict. */
function foremost(profiles: readonly ProfileResult[]): ProfileResult | undefined {
  return VERDICTS.flatMap((verdict) => profiles.filter((each) => each.verdict === verdict))[0];
}
