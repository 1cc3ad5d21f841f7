'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { BallotBody, ScoreEntry } from '@/negotiation/file/model';
import { guaranteeTitle } from '../labels';
import { type BallotFrame, entryText } from './form';
import { ENDS } from './score-text';

interface Line {
  readonly key: string;
  readonly title: string;
  readonly part: string | null;
  readonly entry: ScoreEntry;
}

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
  const lines = linesOf(body, frame, (guarantee) => t('review.withoutOf', { guarantee }));
  const covered = new Set(lines.map((line) => line.title));
  const leftOut = frame.profiles.filter(({ title }) => !covered.has(title)).map(({ title }) => title);
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
                      {line.part === null ? line.title : null}
                      {line.part === null ? null : (
                        <span className="font-normal">
                          {line.title}, {line.part}
                        </span>
                      )}
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

function linesOf(
  body: BallotBody,
  frame: BallotFrame,
  withoutOf: (guarantee: string) => string,
): readonly Line[] {
  if ('abstain' in body) return [];
  return frame.profiles.flatMap(({ id, title }) => {
    const direct = 'scores' in body ? body.scores[id] : undefined;
    const byCriterion = 'criteria' in body ? body.criteria.scores[id] : undefined;
    const own: readonly Line[] = [
      ...(direct === undefined ? [] : [{ key: id, title, part: null, entry: direct }]),
      ...(frame.criteria ?? []).flatMap(({ id: criterion, label }) => {
        const entry = byCriterion?.[criterion];
        return entry === undefined ? [] : [{ key: `${id} ${criterion}`, title, part: label, entry }];
      }),
    ];
    const without = Object.entries(body.without?.[id] ?? {}).map(([guarantee, entry]) => ({
      key: `${id} without ${guarantee}`,
      title,
      part: withoutOf(guaranteeTitle(guarantee, frame)),
      entry,
    }));
    return [...own, ...without];
  });
}
