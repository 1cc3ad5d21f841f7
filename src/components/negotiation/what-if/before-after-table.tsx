import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { STANCES } from '@/core/model';
import type { FileProfile, NegotiationFile } from '@/negotiation/file/model';
import { StanceHeads } from '../stance-heads';
import { thresholdLabel, trackLabel } from '../track-words';
import type { Bar, PairOfBars } from './two-bars';

/** The numbers of the picture: for each profile, track and stance as it stands and what if. */
export function BeforeAfterTable({
  rows,
  file,
}: {
  readonly rows: readonly {
    readonly profile: FileProfile;
    readonly bars: readonly PairOfBars[];
  }[];
  readonly file: NegotiationFile;
}) {
  const t = useTranslations('whatIf.picture');
  const c = useTranslations('common');
  const number = (bar: Bar | null, stance: (typeof STANCES)[number]) =>
    bar === null ? '–' : `${bar.support[stance].value} / ${bar.track.total}`;
  return (
    <ScrollRegion label={t('table')}>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Head>{c('profile')}</Head>
            <Head>{t('track')}</Head>
            <StanceHeads numeric />
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ profile, bars }) =>
            bars.map(({ before, after }) => (
              <tr key={`${profile.id} ${after.track.key}`}>
                <Head row>{profile.title}</Head>
                <Cell>
                  {trackLabel(after.track, file, c)} {thresholdLabel(after.track, c)}
                </Cell>
                {STANCES.map((stance) => (
                  <Cell key={stance} numeric>
                    {number(before, stance)} → {number(after, stance)}
                  </Cell>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
