'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { BallotBody } from '@/negotiation/file/model';
import type { BallotFrame } from './form';
import { lineTitle } from './line-title';
import { ballotChanges, saysTheSame } from './recorded-lines';
import type { Triple } from './score-text';

/** What a ballot says otherwise than the one that counts, before and after, each interval drawn on one scale. */
export function Changes({
  before,
  position,
  after,
  frame,
  cast = false,
}: {
  readonly before: BallotBody;
  /** Of the ballot before in the history. */
  readonly position: number;
  readonly after: BallotBody;
  readonly frame: BallotFrame;
  /** Whether it has been cast, and replaced the other. */
  readonly cast?: boolean;
}) {
  const t = useTranslations('ballot.changes');
  const b = useTranslations('ballot');
  const format = useFormatter();
  const changes = ballotChanges(before, after, frame);
  const title = t(cast ? 'titleCast' : 'title', { position });
  const words = (triple: Triple | null) => {
    if (triple === null) return t('leftOut');
    const [low = '', best = '', high = ''] = triple.map((end) => format.number(end));
    return low === high ? low : b('intervalText', { low, best, high });
  };
  const labelOf = (criterion: string) =>
    frame.criteria?.find(({ id }) => id === criterion)?.label ?? criterion;
  return (
    <section aria-label={title} data-testid="changes" className="space-y-2">
      <h3 className="font-sans text-note font-semibold">{title}</h3>
      {saysTheSame(changes) ? <p>{t('nothing')}</p> : null}
      <ul className="text-note">
        {changes.abstains === null ? null : <li>{t(`abstains.${changes.abstains}`)}</li>}
        {changes.provisional === null ? null : (
          <li>{t(changes.provisional ? 'provisional' : 'notProvisional')}</li>
        )}
        {changes.weights.map(({ criterion, before: from, after: to }) => (
          <li key={criterion}>
            {t('weight', { criterion: labelOf(criterion), from: from ?? '–', to: to ?? '–' })}
          </li>
        ))}
      </ul>
      {changes.lines.length === 0 ? null : (
        <ScrollRegion label={title}>
          <Table caption={title}>
            <thead>
              <tr>
                <Head>{b('review.score')}</Head>
                <Head>{t('before')}</Head>
                <Head>{t('after')}</Head>
                <Head className="hidden sm:table-cell">
                  <span className="sr-only">{t('drawn')}</span>
                </Head>
              </tr>
            </thead>
            <tbody>
              {changes.lines.map((line) => (
                <tr key={line.key}>
                  <Head row>{lineTitle(line, frame, b)}</Head>
                  <Cell>{words(line.before)}</Cell>
                  <Cell>{words(line.after)}</Cell>
                  <Cell className="hidden sm:table-cell">
                    <BeforeAfter before={line.before} after={line.after} />
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </ScrollRegion>
      )}
      {changes.same === 0 || saysTheSame(changes) ? null : (
        <p className="text-note text-muted">{t('same', { count: changes.same })}</p>
      )}
    </section>
  );
}

/** The interval before above the one after, on a scale from 0 to 100. */
function BeforeAfter({ before, after }: { readonly before: Triple | null; readonly after: Triple | null }) {
  const bar = (ends: Triple | null, y: number, look: string) =>
    ends === null ? null : (
      <g className={look}>
        <rect x={ends[0]} y={y} width={Math.max(ends[2] - ends[0], 0.5)} height="6" strokeWidth="1" />
        <circle cx={ends[1]} cy={y + 3} r="2.5" className="fill-necessary stroke-none" />
      </g>
    );
  return (
    <svg viewBox="-3 -2 106 24" width="106" height="24" aria-hidden="true" className="overflow-visible">
      <line x1="0" x2="100" y1="10" y2="10" className="stroke-line" />
      {bar(before, 1, 'fill-paper stroke-strong')}
      {bar(after, 13, 'fill-possible stroke-strong')}
    </svg>
  );
}
