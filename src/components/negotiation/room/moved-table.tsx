import { useTranslations } from 'next-intl';
import type { ScoreChange } from '@/audit/scores';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle, stakeholderName } from '../labels';
import { useScoreWords } from './score-words';

/** The numbers behind the dumbbells. */
export function MovedTable({
  caption,
  rows,
  frame,
}: {
  readonly caption: string;
  readonly rows: readonly { readonly stakeholder: string; readonly scores: readonly ScoreChange[] }[];
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('room');
  const c = useTranslations('common');
  const words = useScoreWords();
  return (
    <Disclosure summary={c('table')}>
      <ScrollRegion label={caption}>
        <Table caption={caption} shown>
          <thead>
            <tr>
              <Head>{c('stakeholder')}</Head>
              <Head>{c('profile')}</Head>
              <Head numeric>{t('from')}</Head>
              <Head numeric>{t('to')}</Head>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ stakeholder, scores }) =>
              scores.map(({ profile, from, to }) => (
                <tr key={`${stakeholder} ${profile}`}>
                  <Head row>{stakeholderName(stakeholder, frame)}</Head>
                  <Cell>{profileTitle(profile, frame)}</Cell>
                  <Cell numeric>{words(from)}</Cell>
                  <Cell numeric>{words(to)}</Cell>
                </tr>
              )),
            )}
          </tbody>
        </Table>
      </ScrollRegion>
    </Disclosure>
  );
}
