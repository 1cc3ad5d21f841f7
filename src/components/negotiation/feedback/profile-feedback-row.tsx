import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { PointsTriple, ProfileFeedback } from '@/negotiation/session-view';
import { profileTitle, stakeholderName } from '../labels';
import { pointsInWords, toNumber } from '../numbers';
import { Verdict } from '../verdict';
import { spreadOf } from './spread';
import { SpreadChart } from './spread-chart';

/** One profile of the feedback: its verdict then and now, how the others' intervals are spread, mine, and who moved. */
export function ProfileFeedbackRow({
  feedback,
  frame,
  before,
}: {
  readonly feedback: ProfileFeedback;
  readonly frame: NegotiationFile;
  /** The round before; `null` where there was none. */
  readonly before: number | null;
}) {
  const t = useTranslations('feedback');
  const format = useFormatter();
  const points = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const { now, mine, others, moved } = feedback;
  const title = profileTitle(feedback.profile, frame);
  const spread = others === null ? null : spreadOf(others);
  const triple = useTripleWords();
  return (
    <li className="border-t border-line py-4" data-feedback={feedback.profile}>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-medium">{title}</span>
        {feedback.before === null || now === null || feedback.before.verdict === now.verdict ? null : (
          <>
            <Verdict verdict={feedback.before.verdict} />
            <span aria-hidden="true">→</span>
          </>
        )}
        {now === null ? null : <Verdict verdict={now.verdict} />}
      </p>
      {now?.gaining == null ? null : (
        <p className="text-note text-muted">
          {t('gaining', { ...now.gaining, of: frame.stakeholders.length })}
          {feedback.before?.gaining == null || before === null
            ? null
            : ` ${t('gainingBefore', { ...feedback.before.gaining, round: before })}`}
        </p>
      )}
      {others === null ? null : spread === null ? (
        <p className="text-note">{t('nobody')}</p>
      ) : (
        <>
          <p className="text-note">
            {t('spread', {
              count: others.length,
              median: points(spread.median),
              from: points(spread.half[0]),
              to: points(spread.half[1]),
              least: points(spread.least),
              greatest: points(spread.greatest),
            })}
          </p>
          <SpreadChart
            spread={spread}
            mine={mine && { low: toNumber(mine[0]), best: toNumber(mine[1]), high: toNumber(mine[2]) }}
            title={t('chart', { title })}
          />
        </>
      )}
      <p className="text-note">{mine === null ? t('mineNone') : t('mine', { score: triple(mine) })}</p>
      {moved === null || moved.length === 0 ? null : (
        <p className="text-note">
          {t('moved', {
            count: moved.length,
            names: format.list(moved.map(({ stakeholder }) => stakeholderName(stakeholder, frame))),
          })}
        </p>
      )}
      {others === null || others.length === 0 ? null : (
        <Statements others={others} moved={moved} frame={frame} title={title} />
      )}
    </li>
  );
}

function Statements({
  others,
  moved,
  frame,
  title,
}: {
  readonly others: NonNullable<ProfileFeedback['others']>;
  readonly moved: ProfileFeedback['moved'];
  readonly frame: NegotiationFile;
  readonly title: string;
}) {
  const t = useTranslations('feedback');
  const c = useTranslations('common');
  const triple = useTripleWords();
  const earlier = new Map(moved?.map(({ stakeholder, from }) => [stakeholder, from]));
  return (
    <Disclosure summary={c('table')}>
      <ScrollRegion label={t('chart', { title })}>
        <Table caption={t('chart', { title })}>
          <thead>
            <tr>
              <Head>{c('stakeholder')}</Head>
              <Head numeric>{t('stated')}</Head>
              {moved === null ? null : <Head numeric>{t('statedBefore')}</Head>}
            </tr>
          </thead>
          <tbody>
            {others.map(({ stakeholder, score }) => (
              <tr key={stakeholder}>
                <Head row>{stakeholderName(stakeholder, frame)}</Head>
                <Cell numeric>{triple(score)}</Cell>
                {moved === null ? null : (
                  <Cell numeric>
                    {earlier.has(stakeholder) ? triple(earlier.get(stakeholder) ?? null) : t('same')}
                  </Cell>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </Disclosure>
  );
}

function useTripleWords(): (score: PointsTriple | null) => string {
  const t = useTranslations('feedback');
  const format = useFormatter();
  return (score) => {
    if (score === null) return t('notStated');
    const [low, best, high] = score.map((points) => pointsInWords(points, format));
    return low === high ? (best ?? '') : `${low} · ${best} · ${high}`;
  };
}
