import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { TemptationView } from '@/negotiation/standing-detail';
import { profileTitle, stakeholderName } from '../../labels';
import type { Graph, MoveView } from './graph';

const CONCEPTS = ['gmr', 'smr', 'seq'] as const;

/** Every move of the drawing; of each that tempts its mover, what deters it under each concept. */
export function TemptationsTable({
  graph,
  moves,
  tempted,
  frame,
}: {
  readonly graph: Graph;
  readonly moves: readonly MoveView[];
  /** `null` where nobody is told. */
  readonly tempted: readonly TemptationView[] | null;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('pictures.stability');
  const s = useTranslations('results.stability');
  const c = useTranslations('common');
  const format = useFormatter();
  const drawn = new Set(
    graph.lines.flatMap(({ line: { kind, from, to } }) =>
      kind === 'sanction' ? [] : [`${from} ${to}`, `${to} ${from}`],
    ),
  );
  const rows = moves
    .filter(({ from, to }) => drawn.has(`${from} ${to}`))
    .map((move) => ({
      move,
      temptation: tempted?.find(
        (each) => each.stakeholder === move.stakeholder && each.from === move.from && each.to === move.to,
      ),
    }));
  return (
    <Disclosure summary={c('table')}>
      <ScrollRegion label={t('table')}>
        <Table caption={t('table')}>
          <thead>
            <tr>
              <Head>{t('mover')}</Head>
              <Head className="min-w-32">{t('from')}</Head>
              <Head className="min-w-32">{t('to')}</Head>
              {tempted === null ? null : (
                <>
                  <Head>{t('isTempted')}</Head>
                  {CONCEPTS.map((concept) => (
                    <Head key={concept} className="min-w-32">
                      {t('deterredBy', { concept: s(concept) })}
                    </Head>
                  ))}
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ move: { stakeholder, from, to }, temptation }) => (
              <tr key={`${stakeholder} ${from} ${to}`}>
                <Head row>{stakeholderName(stakeholder, frame)}</Head>
                <Cell>{profileTitle(from, frame)}</Cell>
                <Cell>{profileTitle(to, frame)}</Cell>
                {tempted === null ? null : (
                  <>
                    <Cell>{temptation === undefined ? c('no') : c('yes')}</Cell>
                    {CONCEPTS.map((concept) => (
                      <Cell key={concept}>
                        {temptation === undefined
                          ? c('notApplicable')
                          : temptation.deterredBy[concept].length === 0
                            ? t('nothing')
                            : format.list(
                                temptation.deterredBy[concept].map((id) => profileTitle(id, frame)),
                              )}
                      </Cell>
                    ))}
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </Disclosure>
  );
}
