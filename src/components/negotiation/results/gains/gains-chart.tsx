import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Points, Stance } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { KindMark } from '../../kind-mark';
import { GainInterval, thickness } from './gain-interval';
import { type GainRow, onAxis } from './gain-rows';
import { signedPoints } from './signed-points';

/** The least height of a row that is labelled. */
const ROW = 24;

interface Props {
  readonly rows: readonly GainRow[];
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
  readonly stance: Stance;
  readonly critical: Points | null;
}

/** A row per stakeholder with its name, interval and numbers; the critical gain as a line through all of them. */
export function GainsChart({ rows, frame, stance, critical }: Props) {
  const t = useTranslations('pictures.gains');
  const kinds = useTranslations('common.kind');
  const people = new Map(frame.stakeholders.map((each) => [each.id, each]));
  const reaching = rows.filter(({ reaches }) => reaches).length;
  return (
    <div className="grid gap-x-4 sm:grid-cols-[fit-content(17rem)_minmax(0,1fr)_max-content]">
      <div className="sm:col-start-2">
        <Axis critical={critical} />
      </div>
      <ol className="contents">
        {rows.map((row, index) => {
          const who = people.get(row.stakeholder);
          const height = Math.max(ROW, thickness(row.part) + 4);
          return (
            <li key={row.stakeholder} className="contents text-note">
              <span className={clsx('flex items-center gap-2 sm:col-start-1', row.reaches && 'font-medium')}>
                {who === undefined ? null : <KindMark kind={who.kind} label={kinds(who.kind)} />}
                <span className="min-w-0 sm:truncate" title={who?.name}>
                  {who?.name ?? row.stakeholder}
                </span>
                <span className="ml-auto shrink-0 font-normal text-muted tabular-nums sm:hidden">
                  <Numbers row={row} />
                </span>
              </span>
              <svg
                width="100%"
                height={height}
                aria-hidden="true"
                className={clsx(
                  'overflow-visible sm:col-start-2',
                  index === reaching - 1 && 'border-b border-dashed border-strong',
                )}
              >
                <line x1="0" x2="100%" y1={height / 2} y2={height / 2} className="stroke-line" />
                <line x1="50%" x2="50%" y1="0" y2={height} className="stroke-strong" />
                <GainInterval row={row} y={height / 2} height={thickness(row.part)} />
                {critical === null ? null : <CriticalLine critical={critical} height={height} />}
              </svg>
              <span className="hidden items-center justify-end text-muted tabular-nums sm:col-start-3 sm:flex">
                <Numbers row={row} />
              </span>
            </li>
          );
        })}
      </ol>
      <p className="text-note text-muted sm:col-start-2">{t(`sorted.${stance}`)}</p>
    </div>
  );
}

function Numbers({ row: { silent, gain } }: { readonly row: GainRow }) {
  const t = useTranslations('pictures.gains');
  if (silent) return <>{t('silent')}</>;
  const [low, high] = [signedPoints(gain.necessary), signedPoints(gain.possible)];
  return <>{low === high ? low : t('interval', { low, high })}</>;
}

export function CriticalLine({ critical, height }: { readonly critical: Points; readonly height: number }) {
  const x = `${onAxis(critical)}%`;
  return (
    <>
      <line x1={x} x2={x} y1="0" y2={height} className="stroke-paper" strokeWidth="4.5" />
      <line x1={x} x2={x} y1="0" y2={height} className="stroke-ink" strokeWidth="1.5" />
    </>
  );
}

/** The scale, and the critical gain with its number. */
export function Axis({ critical }: { readonly critical: Points | null }) {
  const t = useTranslations('pictures.gains');
  const at = critical === null ? 50 : onAxis(critical);
  const anchor = (percent: number) => (percent < 20 ? 'start' : percent > 80 ? 'end' : 'middle');
  return (
    <svg width="100%" height="42" aria-hidden="true" className="block overflow-visible">
      {[-100, -50, 0, 50, 100].map((points) => (
        <g key={points}>
          <text
            x={`${(points + 100) / 2}%`}
            y="34"
            textAnchor={anchor((points + 100) / 2)}
            className="fill-muted text-note tabular-nums"
          >
            {signedPoints(String(points))}
          </text>
        </g>
      ))}
      {critical === null ? null : (
        <>
          <text x={`${at}%`} y="12" textAnchor={anchor(at)} className="fill-ink text-note font-semibold">
            {t('critical', { points: signedPoints(critical) })}
          </text>
          <line x1={`${at}%`} x2={`${at}%`} y1="16" y2="20" className="stroke-ink" strokeWidth="1.5" />
          <line x1={`${at}%`} x2={`${at}%`} y1="37" y2="42" className="stroke-ink" strokeWidth="1.5" />
        </>
      )}
    </svg>
  );
}
