import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { StanceHeads } from './stance-heads';
import { thresholdLabel, trackLabel } from './track-words';
import { defaultProfileId, supportOf, type Track } from './tracks';

/** Support against each threshold of the rule, in the units of its track. */
export function SupportFigures({
  result,
  frame,
  tracks,
  caption,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly tracks: readonly Track[];
  /** Where several of them stand on a page; default what the picture of the overview is called. */
  readonly caption?: string;
}) {
  const t = useTranslations('overview');
  const c = useTranslations('common');
  const format = useFormatter();
  const base = defaultProfileId(frame);
  const label = caption ?? t('pictureTitle');
  return (
    <ScrollRegion label={label}>
      <Table caption={label}>
        <thead>
          <tr>
            <Head>{t('tableProfile')}</Head>
            <Head>{t('tableTrack')}</Head>
            <StanceHeads numeric />
          </tr>
        </thead>
        <tbody>
          {frame.profiles
            .filter((profile) => profile.id !== base)
            .flatMap((profile) =>
              tracks.map((track) => {
                const support = supportOf(result, profile.id, base, track);
                return (
                  <tr key={`${profile.id} ${track.key}`}>
                    <Head row>{profile.title}</Head>
                    <Cell>
                      {trackLabel(track, frame, c)} {thresholdLabel(track, c)}
                    </Cell>
                    {STANCES.map((stance) => (
                      <Cell key={stance} numeric>
                        {format.number(support[stance].value)} / {format.number(track.total)}{' '}
                        <span aria-hidden="true">{support[stance].met ? '✓' : '✕'}</span>
                        <span className="sr-only">{support[stance].met ? c('yes') : c('no')}</span>
                      </Cell>
                    ))}
                  </tr>
                );
              }),
            )}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
