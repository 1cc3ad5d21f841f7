import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { PowerResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { dimensionShort, stakeholderName } from '../labels';
import { decimalPercent } from '../numbers';
import { tracksOf } from '../tracks';
import { PowerTable } from './power-table';

const SHOWN = 40;

/** Power against weight: a bar per stakeholder, a thin line at its share of each weight. Most powerful first. */
export function Power({
  power,
  frame,
}: {
  readonly power: PowerResult;
  readonly frame: Pick<NegotiationFile, 'rule' | 'dimensions' | 'stakeholders'>;
}) {
  const t = useTranslations('results.power');
  const c = useTranslations('common');
  const format = useFormatter();
  const tracks = tracksOf(frame).filter((track) => track.dimension !== null);
  const weights = new Map(frame.stakeholders.map((each) => [each.id, each.weights ?? {}]));
  const rows = [...power.stakeholders]
    .map((row) => ({
      ...row,
      shares: tracks.map((track) => ({
        key: track.key,
        share: track.total === 0 ? 0 : (weights.get(row.id)?.[track.dimension ?? ''] ?? 0) / track.total,
      })),
    }))
    .sort((a, b) => b.banzhaf - a.banzhaf);
  const first = rows[0];
  if (first === undefined) return null;
  // The axis starts at 0 and ends at the largest share or index, so that small holders stay visible.
  const scale = Math.max(
    ...rows.flatMap((row) => [row.banzhaf, ...row.shares.map(({ share }) => share)]),
    1e-9,
  );
  const zero = rows.filter((row) => row.banzhaf === 0).length;
  return (
    <figure>
      <h3 className="font-sans text-base font-semibold">
        {t('finding', {
          name: stakeholderName(first.id, frame),
          share: decimalPercent(first.banzhaf, format),
        })}
      </h3>
      <figcaption className="prose-column mb-3 text-note text-muted">
        {t('caption')}{' '}
        {power.method === 'exact' ? t('exact') : t('sampled', { samples: power.samples, seed: power.seed })}
        {zero > 0 ? ` ${t('zero', { count: zero })}` : null}
      </figcaption>
      <ul>
        {rows.slice(0, SHOWN).map((row) => {
          const name = stakeholderName(row.id, frame);
          const label = [
            t('label', { name, banzhaf: decimalPercent(row.banzhaf, format) }),
            ...row.shares.map(
              ({ share }, index) =>
                `${dimensionShort(tracks[index]?.dimension ?? '', frame)} ${decimalPercent(share, format)}`,
            ),
          ].join(', ');
          return (
            <li
              key={row.id}
              className="grid items-center gap-x-6 py-0.5 sm:grid-cols-[14rem_minmax(0,1fr)_3.5rem]"
            >
              <span>{name}</span>
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
                {decimalPercent(row.banzhaf, format)}
              </span>
            </li>
          );
        })}
      </ul>
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
      <Disclosure summary={c('table')}>
        <PowerTable rows={rows} tracks={tracks} frame={frame} />
      </Disclosure>
    </figure>
  );
}
