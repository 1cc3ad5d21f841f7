import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import { own } from '@/negotiation/state';
import { GoTo } from './go-to';
import { useMoment } from './moment-text';
import type { Said } from './orders';
import { useScoreWords } from './score-words';

/** The ballots behind the small charts, with a way to the standing after each. */
export function SaidTable({
  name,
  said,
  frame,
  onPosition,
}: {
  readonly name: string;
  readonly said: readonly Said[];
  readonly frame: NegotiationFile;
  readonly onPosition: (position: number) => void;
}) {
  const t = useTranslations('room');
  const c = useTranslations('common');
  const when = useMoment();
  const words = useScoreWords();
  const caption = t('track.table', { name });
  return (
    <Disclosure summary={c('table')}>
      <ScrollRegion label={caption}>
        <Table caption={caption} shown>
          <thead>
            <tr>
              <Head>{t('track.when')}</Head>
              <Head>{t('track.what')}</Head>
              {frame.profiles.map(({ id, title }) => (
                <Head key={id} numeric>
                  {title}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {said.map(({ position, at, word, sealed }) => (
              <tr key={`${position} ${at}`}>
                <Head row>
                  <GoTo position={position} onPosition={onPosition}>
                    <span className="whitespace-nowrap">{t('at', { position })}</span>
                  </GoTo>
                  <span className="block whitespace-nowrap text-muted">{when(at)}</span>
                </Head>
                <Cell>{t('track.kind', { kind: word.kind, sealed: sealed ? 'yes' : 'no' })}</Cell>
                {frame.profiles.map(({ id }) => (
                  <Cell key={id} numeric className="whitespace-nowrap">
                    {word.kind === 'scores' ? words(own(word.scores, id) ?? null) : c('notApplicable')}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </Disclosure>
  );
}
