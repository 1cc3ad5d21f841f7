import { useTranslations } from 'next-intl';
import { type AggregationResult, STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { percentOf } from './numbers';
import { SupportBar } from './support-bar';
import { thresholdLabel, trackLabel } from './track-words';
import { defaultProfileId, supportOf, type Track } from './tracks';

/** One bar per threshold of the rule, for one profile over the default, with its three numbers under it. */
export function SupportBars({
  result,
  frame,
  profile,
  tracks,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly profile: string;
  readonly tracks: readonly Track[];
}) {
  const t = useTranslations('overview');
  const c = useTranslations('common');
  const base = defaultProfileId(frame);
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-6 gap-y-4">
      {tracks.map((track) => {
        const support = supportOf(result, profile, base, track);
        const name = trackLabel(track, frame, c);
        const threshold = thresholdLabel(track, c);
        const shown = (value: number) =>
          track.dimension === null ? String(value) : percentOf(value, track.total, [track]);
        const [necessary = '', expected = '', possible = ''] = STANCES.map((stance) =>
          shown(support[stance].value),
        );
        return (
          <li key={track.key} className="min-w-0">
            <p className="truncate text-note text-muted">{name}</p>
            <SupportBar
              track={track}
              support={support}
              threshold={threshold}
              label={t('barLabel', { track: name, necessary, expected, possible, threshold })}
            />
            <p className="mt-1 text-note text-muted" aria-hidden="true">
              <span className="font-semibold text-ink">{necessary}</span> · {expected} · {possible}
              {track.dimension === null ? ` / ${track.total}` : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
