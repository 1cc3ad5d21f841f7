import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { ProfileResult, StabilityRow, Stance } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle, stakeholderName } from '../../labels';
import { VERDICT_SIGN } from '../../verdict';
import { BOX, ROW } from './arcs';
import type { Graph, Line } from './graph';

/** With more, their number stands at the line. */
const NAMED = 2;

const STROKE: { readonly [K in Line['kind']]: string } = {
  move: 'stroke-strong stroke-1',
  temptation: 'stroke-ink stroke-[2.5]',
  chosen: 'stroke-accent stroke-[3.5]',
  sanction: 'stroke-ink stroke-[1.75] [stroke-dasharray:6_4]',
};

/** Profiles as boxes in a column, and what leads between them as arcs beside it. */
export function StabilityGraph({
  graph: { rows, lines },
  frame,
  leave,
  profiles,
  stance,
  hrefOf,
}: {
  readonly graph: Graph;
  readonly frame: NegotiationFile;
  readonly leave: string;
  readonly profiles: readonly ProfileResult[];
  readonly stance: Stance;
  readonly hrefOf: (profile: string) => string;
}) {
  const t = useTranslations('pictures.stability');
  const format = useFormatter();
  const height = rows.length * ROW;
  const who = (ids: readonly string[]) =>
    ids.length > NAMED
      ? t('movers', { count: ids.length })
      : format.list(ids.map((id) => stakeholderName(id, frame)));
  return (
    <div className="grid max-w-3xl grid-cols-[9.5rem_minmax(0,1fr)] sm:grid-cols-[17rem_minmax(0,1fr)]">
      <ol>
        {rows.map((id) => {
          const profile = profiles.find((each) => each.id === id);
          return (
            <li key={id} style={{ height: ROW }}>
              <Link
                href={hrefOf(id)}
                scroll={false}
                aria-current={id === leave ? 'true' : undefined}
                title={profileTitle(id, frame)}
                style={{ height: BOX }}
                className={clsx(
                  'block overflow-hidden rounded-mark border bg-surface px-2 py-0.5 text-note leading-5 text-ink no-underline hover:text-accent',
                  id === leave ? 'border-accent outline-2 outline-accent' : 'border-strong',
                  profile?.verdict === 'default' && 'border-dashed',
                )}
              >
                <span className="line-clamp-2 font-medium">
                  {profile === undefined ? null : VERDICT_SIGN[profile.verdict]} {profileTitle(id, frame)}
                </span>
                <span className="block truncate text-muted">
                  {profile === undefined ? null : t(`holds.${holds(profile.stability[stance])}`)}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      <div className="relative" style={{ height }} aria-hidden="true">
        <svg width="100%" height={height} aria-hidden="true" className="absolute inset-0 overflow-visible">
          <svg
            width="100%"
            height={height}
            viewBox={`0 0 100 ${height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {lines.map(({ line, arc: { fromY, toY, control } }) => (
              <path
                key={keyOf(line)}
                d={`M0 ${fromY} C${control} ${fromY} ${control} ${toY} 0 ${toY}`}
                vectorEffect="non-scaling-stroke"
                className={clsx('fill-none', STROKE[line.kind])}
              />
            ))}
          </svg>
          {lines.map(({ line, arc }) => (
            <g key={keyOf(line)}>
              <ArrowHead kind={line.kind} head={line.heads.from} y={arc.fromY} />
              <ArrowHead kind={line.kind} head={line.heads.to} y={arc.toY} />
            </g>
          ))}
        </svg>
        {lines.map(({ line, arc: { label } }) =>
          label === null || line.who.length === 0 ? null : (
            <span
              key={keyOf(line)}
              className={clsx(
                'absolute max-w-32 -translate-y-1/2 bg-paper px-1 text-note leading-4 sm:max-w-60',
                line.kind === 'move' ? 'text-muted' : 'font-medium',
                line.kind === 'chosen' && 'text-accent',
              )}
              style={{ left: `${label.x}%`, top: label.y }}
            >
              {who(line.who)}
            </span>
          ),
        )}
      </div>
    </div>
  );
}

/** Arcs meet their boxes level, so heads point to the left however wide the drawing is. */
function ArrowHead({
  kind,
  head,
  y,
}: {
  readonly kind: Line['kind'];
  readonly head: Line['heads']['to'];
  readonly y: number;
}) {
  if (head === 'none') return null;
  if (head === 'move') {
    return (
      <path
        d={`M8 ${y - 4} L1 ${y} L8 ${y + 4}`}
        className={clsx('fill-none stroke-[1.5]', kind === 'sanction' ? 'stroke-ink' : 'stroke-strong')}
      />
    );
  }
  return (
    <path
      d={`M13 ${y - 6} L0 ${y} L13 ${y + 6} Z`}
      className={kind === 'chosen' ? 'fill-accent' : 'fill-ink'}
    />
  );
}

function keyOf({ kind, from, to }: Line): string {
  return `${kind === 'sanction' ? 'sanction' : 'way'} ${from} ${to}`;
}

/** The strongest kinds of stability that hold (aggregation.md §6): both of two of which neither implies the other. */
function holds({ nash, gmr, smr, seq }: StabilityRow) {
  if (nash === true) return 'nash';
  if (smr === true && seq === true) return 'both';
  return smr === true ? 'smr' : seq === true ? 'seq' : gmr === true ? 'gmr' : 'none';
}
