import { useTranslations } from 'next-intl';
import { STANCES, type Stance } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { percentOf } from '../numbers';
import { thresholdLabel, trackLabel } from '../track-words';
import type { Support, Track } from '../tracks';

export interface Bar {
  readonly track: Track;
  readonly support: { readonly [S in Stance]: Support };
}

export interface PairOfBars {
  /** `null` where the rule had no such track. */
  readonly before: Bar | null;
  readonly after: Bar;
}

/** Support on one track twice: thin as it stands, full what if, against the threshold. */
export function TwoBars({
  pair: { before, after },
  file,
}: {
  readonly pair: PairOfBars;
  readonly file: NegotiationFile;
}) {
  const t = useTranslations('whatIf.picture');
  const c = useTranslations('common');
  const name = trackLabel(after.track, file, c);
  const threshold = thresholdLabel(after.track, c);
  const words = barWords(before, after);
  const label = t('label', {
    track: name,
    before: words.before ?? t('noTrack'),
    after: words.after,
    threshold,
  });
  const at = (100 * after.track.a) / after.track.b;
  return (
    <li className="min-w-0">
      <p className="truncate text-note text-muted">{name}</p>
      <svg width="100%" height="52" role="img" aria-label={label} className="block overflow-visible">
        <title>{label}</title>
        <line x1="0" x2="100%" y1="51.5" y2="51.5" className="stroke-line" />
        {before === null ? null : <Nested bar={before} y={20} height={7} />}
        <Nested bar={after} y={32} height={14} />
        <line x1={`${at}%`} x2={`${at}%`} y1="16" y2="52" className="stroke-paper" strokeWidth="4.5" />
        <line x1={`${at}%`} x2={`${at}%`} y1="16" y2="52" className="stroke-ink" strokeWidth="1.5" />
        <text
          x={`${at}%`}
          y="12"
          textAnchor={at > 85 ? 'end' : at < 15 ? 'start' : 'middle'}
          className="fill-ink text-note"
        >
          {threshold}
        </text>
      </svg>
      <p className="mt-1 text-note text-muted" aria-hidden="true">
        {words.before === null || words.before === words.after ? null : `${words.before} → `}
        <span className="text-ink">{words.after}</span>
      </p>
    </li>
  );
}

function Nested({
  bar: { track, support },
  y,
  height,
}: {
  readonly bar: Bar;
  readonly y: number;
  readonly height: number;
}) {
  const width = (stance: Stance) => `${track.total === 0 ? 0 : (100 * support[stance].value) / track.total}%`;
  return (
    <>
      <rect
        x="0"
        y={y}
        height={height}
        width={width('possible')}
        fill="url(#hatch)"
        className="stroke-strong mark-moves"
        strokeWidth="1"
      />
      <rect x="0" y={y} height={height} width={width('expected')} className="fill-expected mark-moves" />
      <rect x="0" y={y} height={height} width={width('necessary')} className="fill-necessary mark-moves" />
      {support.necessary.value === 0 ? null : (
        <svg
          x={width('necessary')}
          y={y - 3}
          width="3"
          height={height + 6}
          overflow="visible"
          aria-hidden="true"
        >
          <rect x="-3" width="3" height={height + 6} className="fill-necessary" />
        </svg>
      )}
    </>
  );
}

/** "59 % · 66 % · 80 %": necessary, expected, possible. */
function barWords(before: Bar | null, after: Bar) {
  const words = ({ track, support }: Bar) =>
    STANCES.map((stance) =>
      track.dimension === null
        ? `${support[stance].value}/${track.total}`
        : percentOf(support[stance].value, track.total, [track]),
    ).join(' · ');
  return { before: before === null ? null : words(before), after: words(after) };
}
