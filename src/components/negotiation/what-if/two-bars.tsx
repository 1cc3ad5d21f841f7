import { useTranslations } from 'next-intl';
import { STANCES, type Stance } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { percentOf } from '../numbers';
import { StanceBars } from '../stance-bars';
import { ThresholdMark } from '../threshold-mark';
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
  return (
    <li className="min-w-0">
      <p className="truncate text-note text-muted">{name}</p>
      <svg width="100%" height="52" role="img" aria-label={label} className="block overflow-visible">
        <title>{label}</title>
        <line x1="0" x2="100%" y1="51.5" y2="51.5" className="stroke-line" />
        {before === null ? null : <StanceBars {...before} y={20} height={7} />}
        <StanceBars {...after} y={32} height={14} />
        <ThresholdMark track={after.track} label={threshold} from={16} to={52} />
      </svg>
      <p className="mt-1 text-note text-muted" aria-hidden="true">
        {words.before === null || words.before === words.after ? null : `${words.before} → `}
        <span className="text-ink">{words.after}</span>
      </p>
    </li>
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
