import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { PowerResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { workedOut } from '@/negotiation/worked-out';
import { dimensionShort } from '../labels';
import { decimalPercent } from '../numbers';
import { tracksOf } from '../tracks';
import { type Folds, PEOPLE_AT_ONCE, WaitsForLink } from './folded-by-link';
import { PowerTable } from './power-table';

/** So many have a bar; what the others have is summed, and told one by one in the table. */
const SHOWN = 30;
/** More than these who share the most power are counted. */
const NAMED = 3;

type Frame = Pick<NegotiationFile, 'rule' | 'dimensions' | 'stakeholders'>;

/** Power against weight: a bar per stakeholder, a thin line at its share of each weight. Most powerful first. */
export function Power({
  power,
  frame,
  folds = null,
}: {
  readonly power: PowerResult;
  readonly frame: Frame;
  /** Where the table of many stakeholders waits for a link; else it is there, folded. */
  readonly folds?: Folds | null;
}) {
  const t = useTranslations('results.power');
  const c = useTranslations('common');
  const format = useFormatter();
  const { tracks, rows, scale } = drawnOf(power)(frame);
  const first = rows[0];
  if (first === undefined) return null;
  const isExact = power.method === 'exact';
  // That a sample met no coalition which turns on a stakeholder does not say that there is none.
  const zero = isExact ? rows.filter((row) => row.banzhaf === 0).length : 0;
  const names = new Map(frame.stakeholders.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const digits = digitsFor(first.banzhaf);
  const percent = (share: number) => decimalPercent(share, format, digits);
  const strongest = rows.filter((row) => row.banzhaf === first.banzhaf);
  const rest = rows.slice(SHOWN);
  const table = () => <PowerTable rows={rows} tracks={tracks} frame={frame} digits={digits} />;
  return (
    <figure>
      <h3 className="font-sans text-base font-semibold">
        {t('finding', {
          count: strongest.length,
          named: strongest.length <= NAMED ? 'yes' : 'no',
          names: format.list(strongest.slice(0, NAMED).map(({ id }) => nameOf(id))),
          share: percent(first.banzhaf),
          sampled: isExact ? 'no' : 'yes',
        })}
      </h3>
      <figcaption className="prose-column mb-3 text-note text-muted">
        {t('caption')}{' '}
        {power.method === 'exact' ? t('exact') : t('sampled', { samples: power.samples, seed: power.seed })}
        {zero > 0 ? ` ${t('zero', { count: zero })}` : null}
      </figcaption>
      <ul>
        {rows.slice(0, SHOWN).map((row) => {
          const name = nameOf(row.id);
          const label = [
            t('label', { name, banzhaf: percent(row.banzhaf) }),
            ...row.shares.map(
              ({ share }, index) =>
                `${dimensionShort(tracks[index]?.dimension ?? '', frame)} ${percent(share)}`,
            ),
          ].join(', ');
          return (
            <li
              key={row.id}
              className="grid items-center gap-x-6 py-0.5 sm:grid-cols-[14rem_minmax(0,1fr)_3.5rem]"
            >
              <span className="flex justify-between gap-4">
                {name}
                <span className="text-note sm:hidden" aria-hidden="true">
                  {percent(row.banzhaf)}
                </span>
              </span>
              <svg width="100%" height="22" role="img" aria-label={label} className="overflow-visible">
                <title>{label}</title>
                <line x1="0" x2="100%" y1="21" y2="21" className="stroke-line" />
                <rect
                  x="0"
                  y="5"
                  height="12"
                  width={`${(100 * row.banzhaf) / scale}%`}
                  className="fill-expected"
                />
                {row.shares.map(({ key, share }, index) => (
                  <line
                    key={key}
                    x1={`${(100 * share) / scale}%`}
                    x2={`${(100 * share) / scale}%`}
                    y1="1"
                    y2="21"
                    className="stroke-ink"
                    strokeWidth="1.5"
                    strokeDasharray={index === 0 ? undefined : `${6 / index} 2`}
                  />
                ))}
              </svg>
              <span className="hidden text-right text-note sm:block" aria-hidden="true">
                {percent(row.banzhaf)}
              </span>
            </li>
          );
        })}
      </ul>
      {rest.length === 0 ? null : (
        <p className="mt-2 text-note" data-testid="power-rest">
          {t('rest', {
            count: rest.length,
            banzhaf: percent(sumOf(rest.map(({ banzhaf }) => banzhaf))),
            any: tracks.length === 0 ? 'no' : 'yes',
            shares: format.list(
              tracks.map(({ dimension }, k) =>
                t('restShare', {
                  share: percent(sumOf(rest.map(({ shares }) => shares[k]?.share ?? 0))),
                  dimension: dimensionShort(dimension ?? '', frame),
                }),
              ),
            ),
          })}
        </p>
      )}
      <ul className="mt-2 flex flex-wrap gap-x-6 text-note text-muted">
        {tracks.map((track, index) => (
          <li key={track.key} className="flex items-center gap-2">
            <svg width="6" height="18" aria-hidden="true">
              <line
                x1="3"
                x2="3"
                y1="0"
                y2="18"
                className="stroke-ink"
                strokeWidth="1.5"
                strokeDasharray={index === 0 ? undefined : `${6 / index} 2`}
              />
            </svg>
            {t('weight', { dimension: dimensionShort(track.dimension ?? '', frame) })}
          </li>
        ))}
      </ul>
      {folds !== null && rows.length > PEOPLE_AT_ONCE ? (
        <WaitsForLink name="power-table" summary={c('table')} {...folds}>
          {table}
        </WaitsForLink>
      ) : (
        <Disclosure summary={c('table')}>{table()}</Disclosure>
      )}
    </figure>
  );
}

/** Rows from the most powerful, O(stakeholders): by the game and by the frame that names who is in it. */
const drawnOf = workedOut((power: PowerResult) =>
  workedOut((frame: Frame) => {
    // A dimension that several quotas ask for is one.
    const tracks = tracksOf(frame).filter(
      ({ dimension }, k, all) =>
        dimension !== null && all.findIndex((each) => each.dimension === dimension) === k,
    );
    const weights = new Map(frame.stakeholders.map((each) => [each.id, each.weights ?? {}]));
    const rows = power.stakeholders
      .map((row) => ({
        ...row,
        shares: tracks.map((track) => ({
          key: track.key,
          share: track.total === 0 ? 0 : (weights.get(row.id)?.[track.dimension ?? ''] ?? 0) / track.total,
        })),
      }))
      .toSorted((a, b) => b.banzhaf - a.banzhaf);
    // The axis starts at 0 and ends at the largest share or index, so that small holders stay visible.
    const scale = Math.max(
      ...rows.flatMap((row) => [row.banzhaf, ...row.shares.map(({ share }) => share)]),
      1e-9,
    );
    return { tracks, rows, scale };
  }),
);

/** Of shares, for reading alone. */
function sumOf(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0);
}

/** Where the largest index is small, one decimal would make most of them look alike. */
function digitsFor(largest: number): number {
  return largest < 0.05 ? 2 : 1;
}
