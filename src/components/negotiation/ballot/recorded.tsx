'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { BallotBody } from '@/negotiation/file/model';
import { type BallotFrame, entryText } from './form';
import { lineTitle } from './line-title';
import { linesOf } from './recorded-lines';
import { ENDS } from './score-text';

/** Exactly what will be recorded: every score as a table, and the very JSON. */
export function Recorded({
  body,
  frame,
  stakeholder,
}: {
  readonly body: BallotBody;
  readonly frame: BallotFrame;
  readonly stakeholder: string;
}) {
  const t = useTranslations('ballot');
  const format = useFormatter();
  const lines = linesOf(body, frame);
  const covered = new Set(lines.map(({ profile }) => profile));
  const leftOut = frame.profiles.filter(({ id }) => !covered.has(id)).map(({ title }) => title);
  return (
    <div className="space-y-3">
      {'abstain' in body ? <p>{t('review.abstain', { stakeholder })}</p> : null}
      {body.provisional === true ? <p>{t('review.provisional')}</p> : null}
      {'criteria' in body ? (
        <p>
          {t('review.weights', {
            weights: format.list(
              (frame.criteria ?? []).map(({ id, label }) => `${label} ${body.criteria.weights[id] ?? 0}`),
            ),
          })}
        </p>
      ) : null}
      {lines.length === 0 ? null : (
        <ScrollRegion label={t('review.title')}>
          <Table caption={t('review.title')}>
            <thead>
              <tr>
                <Head>{t('review.score')}</Head>
                {ENDS.map((end) => (
                  <Head key={end} numeric>
                    {t(end)}
                  </Head>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const text = entryText(line.entry);
                return (
                  <tr key={line.key}>
                    <Head row>
                      <span className={line.part === null ? undefined : 'font-normal'}>
                        {lineTitle(line, frame, t)}
                      </span>
                    </Head>
                    {ENDS.map((end) => (
                      <Cell key={end} numeric>
                        {text[end]}
                      </Cell>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </Table>
        </ScrollRegion>
      )}
      {leftOut.length === 0 || 'abstain' in body ? null : (
        <p className="text-note">{t('review.leftOut', { names: format.list(leftOut) })}</p>
      )}
      <Disclosure summary={t('review.exact')}>
        <pre className="max-h-60 overflow-auto border border-line bg-paper p-3 text-note" data-testid="exact">
          {JSON.stringify(body, null, 1)}
        </pre>
      </Disclosure>
    </div>
  );
}
